"""Trains the statement model for a given processor time on one thread.

    python3 train.py WORK --models MODELS --minutes 25 [--out FILE] [--all]

WORK holds train.ndjson, as dump.ts writes it; MODELS the language model, whose word rows it starts from. 60 articles are held out
for tuning; --all learns from them too.
"""
import argparse
import collections
import os
import random
import time

os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper

from data import VOCABULARY, Maker, batches, load, split, tag_lists
from evaluate import predict, score
from features import OOV_BUCKETS
from model import Model

AVERAGE, AVERAGE_EVERY = .97, 5
WARM_UP, CONSTANT = 100, .3
CUE_WEIGHT = 1.
WORD_SIZE = .3             # standard deviation of the word rows at first


def read_vocabulary(path):
    with open(path, encoding='utf-8') as f:
        return f.read().rstrip('\n').split('\n')[:VOCABULARY]


def with_language(model, path, words):
    """Starts the word rows from the language model's: a table of bytes, the only one so wide, and of all its rows one scale. What the scale
    is does not matter here, so that a word of usual size is made as wide as those that are drawn at random."""
    width = model.word.weight.shape[1]
    tables = [numpy_helper.to_array(w) for w in onnx.load(path).graph.initializer]
    table, = (t for t in tables if t.ndim == 2 and t.shape[0] > words and t.shape[1] == width and t.dtype.itemsize == 1)
    rows = torch.from_numpy(table.astype('float32') - (128 if table.dtype == 'uint8' else 0))
    rows *= WORD_SIZE / rows[1:1 + words].std()
    model.word.weight.data[:1 + words] = rows[:1 + words]
    model.word.weight.data[1 + words:] = rows[-OOV_BUCKETS:]


def step_loss(model, maker, batch, counts):
    ids, lengths, anchors = maker.tensors(batch, counts)
    h = model.encode(ids, lengths)
    valid = torch.arange(anchors.shape[1])[None] < lengths[:, None]
    cue = F.binary_cross_entropy_with_logits(model.cues(h)[valid], anchors[valid], reduction='sum')
    cues = [(i, a, w, t) for i, p in enumerate(batch) for a, t, w in p['gold']]
    if not cues:
        return CUE_WEIGHT * cue / 10, 0., 0.
    rows, at, place, step, many, tags = maker.cue_tensors(batch, cues)
    chain = model.chain_loss(model.emissions(h, rows, at, place, step, many), tags, many)
    return (CUE_WEIGHT * cue + .5 * chain) / max(10, len(cues)), cue.item() / len(cues), chain.item() / len(cues)


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument('work')
    a.add_argument('--models', required=True)
    a.add_argument('--minutes', type=float, default=25)
    a.add_argument('--init', help='a net trained before, to go on from')
    a.add_argument('--out', default='statements.pt')
    a.add_argument('--all', action='store_true')
    a.add_argument('--rate', type=float, default=3e-3)
    a.add_argument('--tokens', type=int, default=1200)
    a.add_argument('--hidden', type=int, default=128)
    a.add_argument('--layers', type=int, default=1)
    a.add_argument('--pair', type=int, default=96)
    a.add_argument('--reader', type=int, default=64)
    a.add_argument('--drop', type=float, default=.33)
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--few', type=int, default=0, help='train on so many articles only, to try things')
    a = a.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    articles = load(os.path.join(a.work, 'train.ndjson'))
    train, held = split(articles)
    with open(os.path.join(a.work, 'held.txt'), 'w', encoding='utf-8') as f:
        f.write('\n'.join(x['id'] for x in held) + '\n')
    if a.few:
        train = train[:a.few]
    if a.all:
        train = articles
    vocabulary = read_vocabulary(os.path.join(a.models, 'english.vocab.txt'))
    lists = torch.load(a.init)['lists'] if a.init else tag_lists(articles)
    maker = Maker(vocabulary, lists)
    small = [(len(lists['xpos']), 24), (len(lists['deprel']), 24), (len(lists['name']), 8), (4, 8)]
    model = Model({'word_rows': maker.features.word_rows, 'word': 100, 'small': small, 'hidden': a.hidden, 'layers': a.layers, 'pair': a.pair,
                   'reader': a.reader, 'place_rows': maker.place_rows, 'drop': a.drop})
    with_language(model, os.path.join(a.models, 'english.onnx'), len(vocabulary))
    if a.init:
        model.load_state_dict(torch.load(a.init)['weights'])
    passages, tuning = maker.prepare(train), maker.prepare(held)
    counts = collections.Counter(w for p in passages for w in p['normal'])
    print(f'{len(passages)} passages, {sum(len(p["gold"]) for p in passages)} cues', flush=True)
    dense = model.dense()
    optimisers = [torch.optim.AdamW(dense, lr=a.rate, betas=(.9, .98), weight_decay=.01),
                  torch.optim.SparseAdam(model.tables(), lr=a.rate / 3, betas=(.9, .98))]
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def averaged():
        return {'config': model.config, 'lists': lists, 'vocabulary': vocabulary, 'weights': average}
    start, step, left, epoch, run, marks = time.process_time(), 0, [], 0, [0., 0.], [.06, .15, .3, .5, .7, .85]
    while True:
        done = (time.process_time() - start) / (60 * a.minutes)
        if done >= 1:
            break
        if not left:
            left = batches(passages, a.tokens)
            epoch += 1
        rate = min(1, (step + 1) / WARM_UP) * min(1, (1 - done) / (1 - CONSTANT))
        for o, scale in zip(optimisers, (1, 1 / 3)):
            o.zero_grad(set_to_none=True)
            for g in o.param_groups:
                g['lr'] = a.rate * scale * rate
        loss, cue, chain = step_loss(model, maker, left.pop(), counts)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(dense, 3.)
        for o in optimisers:
            o.step()
        step += 1
        run = [.99 * run[0] + .01 * cue, .99 * run[1] + .01 * chain]
        if step % AVERAGE_EVERY == 0:
            decay = min(AVERAGE, 1 - 1 / (1 + step / AVERAGE_EVERY))
            for k, v in model.state_dict().items():
                average[k].lerp_(v, 1 - decay) if v.is_floating_point() else None
        if step % 100 == 0:
            print(f'step {step} epoch {epoch} {100 * done:.0f}% cue {run[0]:.3f} chain {run[1]:.2f}', flush=True)
        if marks and done > marks[0] or done >= 1:
            marks.pop(0)
            now = {k: v.clone() for k, v in model.state_dict().items()}
            model.load_state_dict(average)
            torch.save(averaged(), a.out)
            few = [p for p in tuning if p['article'] < 30]
            print(f'{100 * done:.0f}%', score(held[:30], predict(model, maker, few), .4), flush=True)
            model.load_state_dict(now)
    torch.save(averaged(), a.out)
    model.load_state_dict(average)
    found = predict(model, maker, tuning)
    for threshold in (.2, .3, .4, .5, .6):
        print('end', threshold, score(held, found, threshold), flush=True)


if __name__ == '__main__':
    main()
