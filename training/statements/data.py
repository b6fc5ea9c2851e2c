"""Articles dumped by dump.ts -> tensors: the language net's states, token ids, the cue's anchor, tags of source, cue and content for each cue."""
import json
import os
import random
import sys
from functools import lru_cache

import numpy as np
import torch

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'language'))
from features import normal

TAGS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content']
ROLES = ('source', 'cue', 'content')
NAMES = ['O'] + [b + '-' + t for t in ('PER', 'ORG', 'LOC', 'NORP', 'MISC') for b in 'BI']
# Tokens from the anchor, either way; the last bucket is open.
STEPS = (0, 1, 2, 3, 4, 6, 9, 14, 24, 49)
# Places in the tree, seen from the anchor: other sentences, the anchor and what it hangs from, then subtrees by relation.
BEFORE, AFTER, PATH = 1, 2, 3
LEVELS = 3
# The byte of a state that is 0; all are in (-1, 1).
ZERO = 128
# Commonest words of the language model that have a row of their own; all others share row 0, and at random those do as well while learning.
WORDS, BLANK = 8000, .1


def tag_lists(articles):
    every = [p for a in articles for p in a['passages']]
    return {'xpos': sorted({t for p in every for t in p['xpos']}), 'deprel': sorted({t for p in every for t in p['deprel']}), 'name': NAMES}


def places(passage, anchor, deprel):
    """Where each token stands in the tree as the anchor sees it. src/statements/places.ts gives the same numbers."""
    heads, n = passage['head'], len(passage['head'])
    bounds = passage['sentences'] + [n]
    at = max(i for i, first in enumerate(bounds[:-1]) if first <= anchor)
    first, last = bounds[at], bounds[at + 1]
    level, node = {}, anchor
    while node >= 0 and node not in level:
        level[node] = len(level)
        node = heads[node]
    known = {}
    out = [BEFORE] * first + [0] * (last - first) + [AFTER] * (n - last)
    for t in range(first, last):
        trail, node = [], t
        while node >= 0 and node not in level and node not in known and len(trail) < 200:
            trail.append(node)
            node = heads[node]
        if node in level:
            up = min(level[node], LEVELS - 1)
            if trail:
                place = PATH + LEVELS + up * len(deprel) + deprel.get(passage['deprel'][trail[-1]], 0)
            else:
                place = PATH + up
        else:
            place = known.get(node, 0)
        for k in trail:
            known[k] = place
        out[t] = place
    return out


@lru_cache(None)
def step_bucket(distance):
    size = next((i for i, most in enumerate(STEPS) if abs(distance) <= most), len(STEPS))
    return size if distance >= 0 else len(STEPS) + size


class Maker:
    def __init__(self, vocabulary, lists):
        self.words = {word: i + 1 for i, word in enumerate(vocabulary[:WORDS])}
        self.lists = lists
        self.ids = {k: {t: i for i, t in enumerate(v)} for k, v in lists.items()}
        self.place_rows = PATH + LEVELS + LEVELS * len(lists['deprel'])

    def prepare(self, articles):
        """Flat list of passages with ids and gold."""
        out = []
        for number, article in enumerate(articles):
            passages = article['passages']
            found = [{**p, 'article': number, 'gold': []} for p in passages]
            for x in article['annotations']:
                if not x['cue']:
                    continue
                start = x['cue'][0][0]
                home = next((p for p in found if p['starts'][0] <= start < p['ends'][-1]), None)
                if home is None:
                    continue
                tags = [0] * len(home['starts'])
                for role in ('content', 'source', 'cue'):
                    b = 1 + 2 * ROLES.index(role)
                    for s, e in x[role]:
                        inside = [i for i in range(len(tags)) if home['starts'][i] < e and home['ends'][i] > s]
                        for k, i in enumerate(inside):
                            tags[i] = b + (k > 0)
                cue = [i for i, t in enumerate(tags) if t in (3, 4)]
                if not cue:
                    continue
                tags = repaired(tags)
                anchor = next((i for i in cue if home['head'][i] not in cue), cue[0])
                home['gold'].append((anchor, tags))
            for p in found:
                for name, key in (('x', 'xpos'), ('d', 'deprel'), ('e', 'name')):
                    p[name] = [self.ids[key].get(t, 0) for t in p[key]]
                p['q'] = p['quoted']
                p['w'] = [self.words.get(normal(w), 0) for w in p['forms']]
                p['gold'] = [(a, t, places(p, a, self.ids['deprel'])) for a, t in p['gold']]
            out += found
        return out

    def tensors(self, batch, learning=False):
        n, t = len(batch), max(len(p['x']) for p in batch)
        ids = np.zeros((5, n, t), np.int64)
        states = np.full((n, t, batch[0]['states'].shape[1]), ZERO, np.uint8)
        anchors = np.zeros((n, t), np.float32)
        for i, p in enumerate(batch):
            m = len(p['x'])
            states[i, :m] = p['states']
            for row, name in enumerate('xdeqw'):
                ids[row, i, :m] = p[name]
            for a, *_ in p['gold']:
                anchors[i, a] = 1
        if learning:
            ids[4] *= np.random.random((n, t)) > BLANK
        read = (torch.from_numpy(states).float() - ZERO) / (255 - ZERO)
        return read, torch.from_numpy(ids), torch.tensor([len(p['x']) for p in batch]), torch.from_numpy(anchors)

    def cue_tensors(self, batch, cues):
        """cues: (row in batch, anchor, places[, tags])."""
        t = max(len(batch[c[0]]['x']) for c in cues)
        place, step = np.zeros((len(cues), t), np.int64), np.zeros((len(cues), t), np.int64)
        tags = np.zeros((len(cues), t), np.int64)
        for i, (row, anchor, where, *gold) in enumerate(cues):
            m = len(where)
            place[i, :m] = where
            step[i, :m] = [step_bucket(k - anchor) for k in range(m)]
            if gold:
                tags[i, :m] = gold[0]
        rows = torch.tensor([c[0] for c in cues])
        lengths = torch.tensor([len(c[2]) for c in cues])
        return rows, torch.tensor([c[1] for c in cues]), torch.from_numpy(place), torch.from_numpy(step), lengths, torch.from_numpy(tags)


def repaired(tags):
    """What another role broke in two begins anew."""
    return [t - 1 if t in (2, 4, 6) and (i == 0 or tags[i - 1] not in (t, t - 1)) else t for i, t in enumerate(tags)]


def spans_of(tags, starts, ends):
    out = {r: [] for r in ROLES}
    for i, t in enumerate(tags):
        if t == 0:
            continue
        role = ROLES[(t - 1) // 2]
        if t % 2 == 0 and i and tags[i - 1] in (t, t - 1) and out[role]:
            out[role][-1][1] = ends[i]
        else:
            out[role].append([starts[i], ends[i]])
    return out


def load(path):
    """Articles with their passages, each with the rows of its tokens' states."""
    with open(path, encoding='utf-8') as f:
        articles = [json.loads(line) for line in f]
    passages = [p for a in articles for p in a['passages']]
    states = np.fromfile(path + '.states', np.uint8).reshape(sum(len(p['head']) for p in passages), -1)
    first = 0
    for p in passages:
        p['states'] = states[first:first + len(p['head'])]
        first += len(p['head'])
    return articles


def split(articles, held=60):
    order = list(range(len(articles)))
    random.Random(7).shuffle(order)
    return [articles[i] for i in order[held:]], [articles[i] for i in order[:held]]


def batches(passages, tokens, shuffle=True):
    order = sorted(passages, key=lambda p: len(p['x']) + (random.random() * 6 if shuffle else 0))
    out, batch = [], []
    for p in order:
        if batch and (len(batch) + 1) * max(len(q['x']) for q in (batch[-1], p)) > tokens:
            out.append(batch)
            batch = []
        batch.append(p)
    out.append(batch)
    if shuffle:
        random.shuffle(out)
    return out
