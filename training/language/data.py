"""Sentences -> padded tensors: batches by length, features, word dropout, gold columns."""
import collections
import pickle
import random

import numpy as np
import torch

from features import PARTS, Features, normal, read_vocabulary

NAME_TAGS = ['O'] + [b + '-' + t for t in ('PER', 'ORG', 'LOC', 'NORP', 'MISC') for b in 'BI']
IGNORE = -1
RARE = .3                   # a word seen n times in training turns into its out-of-vocabulary row with RARE / (RARE + n)
BLANK = .02                 # and any word with this chance
SCHEME_OF = {'gum': 'gold', 'ewt': 'gold', 'taught': 'gold', 'silver': 'silver'}      # news and re3d have names alone


def load(work):
    with open(work + '/sentences.pickle', 'rb') as f:
        return pickle.load(f), Features(read_vocabulary(work + '/vocabulary.txt'))


def tag_sets(data):
    """Tag lists of each scheme, sorted; the place in the list is the id."""
    def tags(key, sources):
        return sorted({t for k in sources for s in data[k] for t in s[key]} - {'-'})
    return {k: {'upos': tags('u', v), 'xpos': tags('x', v), 'deprel': tags('r', v)}
            for k, v in (('gold', ('gum', 'ewt')), ('silver', ('silver',)))}


def word_counts(data, sources):
    return collections.Counter(normal(w) for k in sources for s in data[k] for w in s['w'])


def batches(sentences, tokens, shuffle):
    """Lists of sentences of like length, each of about `tokens` padded tokens, longest first."""
    order = sorted(sentences, key=lambda s: len(s['w']) + (random.random() * 2 if shuffle else 0))
    out, batch, longest = [], [], 0
    for s in order:
        longest = max(longest, len(s['w']))
        if batch and (len(batch) + 1) * longest > tokens:
            out.append(batch)
            batch, longest = [], len(s['w'])
        batch.append(s)
    if batch:
        out.append(batch)
    if shuffle:
        random.shuffle(out)
    return [sorted(b, key=lambda s: -len(s['w'])) for b in out]


class Batcher:
    def __init__(self, features, tags, counts=None):
        self.features, self.counts = features, counts
        self.ids = {k: {c: {t: i for i, t in enumerate(v)} for c, v in sets.items()} for k, sets in tags.items()}
        self.names = {t: i for i, t in enumerate(NAME_TAGS)}

    def tensors(self, batch, scheme, dropout=False):
        """(words, parts, lengths, gold): ids with padding 0; gold columns hold IGNORE where nothing is known."""
        n, t = len(batch), len(batch[0]['w'])
        words, parts = np.zeros((n, t), np.int64), np.zeros((n, t, len(PARTS)), np.int64)
        gold = {k: np.full((n, t), IGNORE, np.int64) for k in ('upos', 'xpos', 'head', 'deprel', 'names')}
        for i, s in enumerate(batch):
            m = len(s['w'])
            for j, w in enumerate(s['w']):
                known, oov, parts[i, j] = self.features.of(w)
                if dropout and known != oov:
                    seen = self.counts.get(normal(w), 0)
                    if random.random() < RARE / (RARE + seen) + BLANK:
                        known = oov
                words[i, j] = known
            if 'h' in s and scheme:
                ids = self.ids[scheme]
                gold['head'][i, :m] = s['h']
                for name, key in (('upos', 'u'), ('xpos', 'x'), ('deprel', 'r')):
                    gold[name][i, :m] = [ids[name].get(v, IGNORE) for v in s[key]]
            if s.get('n'):
                gold['names'][i, :m] = [self.names.get(v, IGNORE) for v in s['n']]
        lengths = torch.tensor([len(s['w']) for s in batch])
        return torch.from_numpy(words), torch.from_numpy(parts), lengths, {k: torch.from_numpy(v) for k, v in gold.items()}
