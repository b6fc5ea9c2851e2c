"""Trains the statement model on one thread, the same weights each time.

    python3 train.py WORK --models MODELS --epochs 10 [--out FILE] [--all]

WORK holds train.ndjson and train.ndjson.states, as dump.ts writes them; MODELS the language model they
stand on. 60 articles are held out for tuning; --all learns from them too.
"""
import argparse
import os
import random
import time

os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import numpy as np
import torch
import torch.nn.functional as F

from data import WORDS, Maker, batches, load, split, tag_lists
from evaluate import predict, score
from features import read_vocabulary
from model import Model

AVERAGE, AVERAGE_EVERY = .97, 5
WARM_UP, CONSTANT = 100, .3
CUE_WEIGHT = 1.


def step_loss(model, maker, batch):
    states, ids, lengths, anchors = maker.tensors(batch, True)
    h = model.encode(states, ids, lengths)
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
    a.add_argument('--epochs', type=int, default=10)
    a.add_argument('--init', help='a net trained before, to go on from')
    a.add_argument('--out', default='statements.pt')
    a.add_argument('--all', action='store_true')
    a.add_argument('--rate', type=float, default=3e-3)
    a.add_argument('--tokens', type=int, default=1600)
    a.add_argument('--width', type=int, default=96)
    a.add_argument('--hidden', type=int, default=80)
    a.add_argument('--head', type=int, default=48)
    a.add_argument('--pair', type=int, default=64)
    a.add_argument('--reader', type=int, default=48)
    a.add_argument('--drop', type=float, default=.15)
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--few', type=int, default=0, help='train on so many articles only, to try things')
    a = a.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    np.random.seed(a.seed)
    articles = load(os.path.join(a.work, 'train.ndjson'))
    train, held = split(articles)
    with open(os.path.join(a.work, 'held.txt'), 'w', encoding='utf-8') as f:
        f.write('\n'.join(x['id'] for x in held) + '\n')
    if a.few:
        train = train[:a.few]
    if a.all:
        train = articles
    lists = torch.load(a.init)['lists'] if a.init else tag_lists(articles)
    maker = Maker(read_vocabulary(os.path.join(a.models, 'english.vocab.txt')), lists)
    small = [len(lists['xpos']), len(lists['deprel']), len(lists['name']), 4, WORDS + 1]
    model = Model({'states': articles[0]['passages'][0]['states'].shape[1], 'width': a.width, 'small': small, 'hidden': a.hidden, 'head': a.head,
                   'pair': a.pair, 'reader': a.reader, 'place_rows': maker.place_rows, 'drop': a.drop})
    if a.init:
        model.load_state_dict(torch.load(a.init)['weights'])
    passages, tuning = maker.prepare(train), maker.prepare(held)
    print(f'{len(passages)} passages, {sum(len(p["gold"]) for p in passages)} cues', flush=True)
    optimiser = torch.optim.AdamW(model.parameters(), lr=a.rate, betas=(.9, .98), weight_decay=.01)
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def averaged():
        return {'config': model.config, 'lists': lists, 'weights': average}
    steps = a.epochs * len(batches(passages, a.tokens, False))
    step, left, epoch, run, marks = 0, [], 0, [0., 0.], [.1, .2, .35, .5, .75]
    while step < steps:
        done = step / steps
        if not left:
            left = batches(passages, a.tokens)
            epoch += 1
        rate = min(1, (step + 1) / WARM_UP) * min(1, (1 - done) / (1 - CONSTANT))
        optimiser.zero_grad(set_to_none=True)
        for g in optimiser.param_groups:
            g['lr'] = a.rate * rate
        loss, cue, chain = step_loss(model, maker, left.pop())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 3.)
        optimiser.step()
        step += 1
        run = [.99 * run[0] + .01 * cue, .99 * run[1] + .01 * chain]
        if step % AVERAGE_EVERY == 0:
            decay = min(AVERAGE, 1 - 1 / (1 + step / AVERAGE_EVERY))
            for k, v in model.state_dict().items():
                average[k].lerp_(v, 1 - decay) if v.is_floating_point() else None
        if step % 100 == 0:
            print(f'step {step} epoch {epoch} {100 * done:.0f}% cue {run[0]:.3f} chain {run[1]:.2f}', flush=True)
        if marks and done > marks[0]:
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
