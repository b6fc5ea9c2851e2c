"""Trains the teacher, or with --teacher the student, for a given time on one thread.

    python3 train.py WORK --minutes 60 [--init FILE] [--out FILE]
    python3 train.py WORK --minutes 60 --teacher FILE --taught SENTENCES.ndjson [--out FILE]

The teacher learns from gold and silver trees; the student, a smaller net, from gold trees and from news as the teacher reads it, and
begins from the teacher's embeddings. The share of silver (or taught) batches falls from SILVER_START to SILVER_END; the rate rises for 200 steps, stays, and falls to nothing;
what is saved is an exponential average of the weights.
"""
import argparse
import json
import os
import random
import time

os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import numpy as np
import torch
import torch.nn.functional as F

import corpus
from data import IGNORE, NAME_TAGS, SCHEME_OF, Batcher, batches, load, tag_sets, word_counts
from evaluate import report
from features import PARTS
from model import Model
from prepare import GOLD_LONGEST, apart

SILVER_START, SILVER_END, SILVER_FALL = .9, .08, (.1, .5)   # share of silver batches; between these parts of the time it falls
NAMES_SHARE = .03                                           # share of batches with names alone (news, re3d)
AVERAGE, AVERAGE_EVERY = .97, 10                            # decay of the average, and how many steps lie between two updates
WARM_UP, CONSTANT = 200, .35                                # steps; part of the time before the rate falls


class Cycle:
    """Endless shuffled batches of a set."""

    def __init__(self, sentences, tokens):
        self.sentences, self.tokens, self.left = sentences, tokens, []

    def next(self):
        if not self.left:
            self.left = batches(self.sentences, self.tokens, True)
        return self.left.pop()


def loss_of(model, batcher, batch):
    source = batch[0]['source']
    scheme = SCHEME_OF.get(source)
    words, parts, lengths, gold = batcher.tensors(batch, scheme, dropout=True)
    h = model.encode(words, parts, lengths)

    def ce(logits, target):
        return F.cross_entropy(logits.reshape(-1, logits.shape[-1]), target.reshape(-1), ignore_index=IGNORE, reduction='sum')
    total = 0.
    if scheme:
        s = model.schemes[scheme]
        score, heads = s.arcs(h, lengths)
        total = ce(score, gold['head']) + ce(s.relations(h, heads, gold['head'].clamp(min=0)), gold['deprel'])
        total = total + .5 * ce(s.upos(h), gold['upos']) + .5 * ce(s.xpos(h), gold['xpos'])
    if bool((gold['names'] != IGNORE).any()):
        total = total + ce(model.names['gum' if source == 'gum' else 'news'](h), gold['names'])
    return total / int(lengths.sum()), int(lengths.sum())


def doubt_silver_names(model, batcher, sentences):
    """Takes back every name tag of the silver parses that the trained net does not confirm: neither is learnt from."""
    model.eval()
    kept = total = 0
    with torch.no_grad():
        for batch in batches(sentences, 6000, False):
            words, parts, lengths, _ = batcher.tensors(batch, None)
            got = model.names['news'](model.encode(words, parts, lengths)).argmax(2).tolist()
            for s, row in zip(batch, got):
                s['n'] = [t if NAME_TAGS[k] == t else '-' for t, k in zip(s['n'], row)]
                kept, total = kept + len(s['n']) - s['n'].count('-'), total + len(s['n'])
    print(f'silver name tags confirmed: {100 * kept / total:.1f}%', flush=True)


def share_of_silver(done):
    a, b = SILVER_FALL
    return SILVER_START + (SILVER_END - SILVER_START) * min(1, max(0, (done - a) / (b - a)))


def save(path, model, tags, average):
    state = model.state_dict()
    weights = {k: average[k].clone() if k in average else v.clone() for k, v in state.items()}
    torch.save({'config': model.config, 'tags': tags, 'weights': weights}, path)
    return weights


def restore(path):
    got = torch.load(path)
    model = Model(got['config'])
    model.load_state_dict(got['weights'])
    return model, got['tags']


def arguments():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument('work')
    a.add_argument('--minutes', type=float, default=60)
    a.add_argument('--out', default='model.pt')
    a.add_argument('--init')
    a.add_argument('--rate', type=float, default=2e-3)
    a.add_argument('--tokens', type=int, default=1400)
    a.add_argument('--hidden', type=int, default=192)
    a.add_argument('--teacher', help='train a student: its embeddings begin as these')
    a.add_argument('--taught', help='sentences as the teacher reads them, of teach.ts')
    a.add_argument('--input', type=int, default=0, help='width that embeddings are brought to before the first layer; 0 leaves them as they are')
    a.add_argument('--arc', type=int, default=128)
    a.add_argument('--relation', type=int, default=96)
    a.add_argument('--part', type=int, default=32)
    a.add_argument('--drop', type=float, default=.33)
    a.add_argument('--news-dev', type=int, default=0, help='sentences of the hand-marked names kept out, to measure on')
    a.add_argument('--silver', type=float, nargs=2, help='share of silver batches at start and end')
    a.add_argument('--names', type=float, default=NAMES_SHARE, help='share of batches with names alone')
    a.add_argument('--seed', type=int, default=1)
    return a.parse_args()


def main():
    global SILVER_START, SILVER_END
    a = arguments()
    if a.silver:
        SILVER_START, SILVER_END = a.silver
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    data, features = load(a.work)
    news = data['news']
    data['news-dev'], data['news'] = news[:a.news_dev], news[a.news_dev:]
    machine = 'silver'
    if a.taught:
        machine = 'taught'
        data[machine] = apart([{'source': machine, **s} for s in corpus.read_ndjson(a.taught)], GOLD_LONGEST, *data['measured on'])
    tags = tag_sets(data)
    if a.init:
        model, tags = restore(a.init)
        model.drop = a.drop
    else:
        sizes = {k: {c: len(v) for c, v in s.items()} for k, s in tags.items()}
        config = {'word_rows': features.word_rows, 'part_rows': features.part_rows, 'parts': len(PARTS), 'word': 100, 'part': a.part,
                  'input': a.input, 'hidden': a.hidden, 'layers': 2, 'arc': a.arc, 'relation': a.relation, 'drop': a.drop,
                  'sizes': sizes, 'names': len(NAME_TAGS)}
        if a.teacher:
            model = Model({**config, 'sizes': {'gold': sizes['gold']}})
            model.load_state_dict({k: v for k, v in torch.load(a.teacher)['weights'].items() if k in ('word.weight', 'part.weight')}, strict=False)
        else:
            model = Model(config)
            vectors = torch.from_numpy(np.load(os.path.join(a.work, 'vectors.npy')))
            model.word.weight.data[1:1 + len(vectors)] = vectors
    batcher = Batcher(features, tags, word_counts(data, ('gum', 'ewt', machine, 'news', 're3d')))
    if a.init and not a.taught:
        doubt_silver_names(model, batcher, data['silver'])
    cycles = {'gold': [Cycle(data['gum'], a.tokens), Cycle(data['ewt'], a.tokens)], 'silver': [Cycle(data[machine], a.tokens)],
              'names': [Cycle(data['news'], a.tokens)] * 3 + [Cycle(data['re3d'], a.tokens)]}
    cycles = {k: [c for c in v if c.sentences] for k, v in cycles.items()}
    dense = model.dense()
    optimisers = [torch.optim.Adam(dense, lr=a.rate, betas=(.9, .95)), torch.optim.SparseAdam(model.tables(), lr=a.rate, betas=(.9, .95))]
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    print('parameters', sum(p.numel() for p in model.parameters()), 'dense', sum(p.numel() for p in dense), flush=True)
    start, step, seen, running, marks = time.process_time(), 0, 0, 0., [.05, .25, .5, .75, .9]
    model.train()
    while True:
        done = (time.process_time() - start) / (60 * a.minutes)
        if done >= 1:
            break
        draw = random.random()
        kind = 'names' if draw < a.names and cycles['names'] else 'silver' if random.random() < share_of_silver(done) else 'gold'
        rate = a.rate * min(1, (step + 1) / WARM_UP) * min(1, (1 - done) / (1 - CONSTANT))
        for o in optimisers:
            o.zero_grad(set_to_none=True)
            for g in o.param_groups:
                g['lr'] = rate
        loss, n = loss_of(model, batcher, random.choice(cycles[kind]).next())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(dense, 5.)
        for o in optimisers:
            o.step()
        step, seen = step + 1, seen + n
        if kind == 'gold':
            running = .99 * running + .01 * loss.item()
        if step % AVERAGE_EVERY == 0:
            decay = min(AVERAGE, 1 - 1 / (1 + step / AVERAGE_EVERY))
            for k, v in model.state_dict().items():
                average[k].lerp_(v, 1 - decay)
        if step % 500 == 0:
            print(f'step {step} {100 * done:.0f}% gold loss {running:.3f} tokens/s {seen / (time.process_time() - start):.0f}', flush=True)
        if marks and done > marks[0]:
            marks.pop(0)
            now = {k: v.clone() for k, v in model.state_dict().items()}
            model.load_state_dict(save(a.out, model, tags, average))
            small = {**data, 'gum-dev': data['gum-dev'][::3], 'ewt-dev': data['ewt-dev'][::4]}
            print(f'{100 * done:.0f}%', json.dumps(report(model, batcher, tags, small)), flush=True)
            model.load_state_dict(now)
            model.train()
    model.load_state_dict(save(a.out, model, tags, average))
    print('end', json.dumps(report(model, batcher, tags, data), indent=1), flush=True)


if __name__ == '__main__':
    main()
