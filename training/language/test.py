"""python3 test.py: the pieces that would fail silently."""
import itertools
import unittest

import numpy as np
import torch

from corpus import bio, spans_of, tokens_of
from data import NAME_TAGS
from features import Features, normal, shape
from lstm import BiLSTM
from names import best_names
from silver import split_hyphens
from tree import best_tree, is_tree


class FeatureIds(unittest.TestCase):
    def test_worked_examples(self):
        f = Features(['the', 'senate', "n't", '0,000'])
        self.assertEqual(f.of('The'), (1, 353, [1098, 6614, 10104, 14808, 19336, 23794, 24599, 29026]))
        self.assertEqual(f.of('n’t'), (3, 3364, [1763, 5001, 11714, 12451, 16911, 21156, 24759, 32608]))
        self.assertEqual(f.of('McCain’s')[0], 3895)

    def test_normal_and_shape(self):
        self.assertEqual(normal('1,999'), '0,000')
        self.assertEqual(normal('``'), '"')
        self.assertEqual(''.join(shape('McCain’s')), "XxXxxx'x")
        self.assertEqual(len(normal('x' * 80)), 64)


class Trees(unittest.TestCase):
    def test_best_of_all_trees(self):
        random = np.random.default_rng(1)
        for n in (1, 2, 3, 4):
            for _ in range(30):
                score = random.normal(size=(n, n + 1))
                total = lambda heads: sum(score[i, h] for i, h in enumerate(heads))
                best = max((h for h in itertools.product(range(n + 1), repeat=n) if is_tree(h)), key=total)
                got = best_tree(score)
                self.assertTrue(is_tree(got))
                self.assertAlmostEqual(total(got), total(best))


class Lstm(unittest.TestCase):
    def test_same_as_pytorch(self):
        torch.manual_seed(0)
        ours, theirs = BiLSTM(5, 4, 2, 0.).double(), torch.nn.LSTM(5, 4, 2, bidirectional=True).double()
        order = torch.cat([torch.arange(4) + 4 * gate for gate in (0, 3, 1, 2)])    # theirs: input, forget, cell, output
        for layer, (way, suffix) in itertools.product(range(2), (('f', ''), ('b', '_reverse'))):
            take = lambda kind: getattr(theirs, f'{kind}_l{layer}{suffix}').data[order]
            getattr(ours, f'wx{layer}{way}').data = take('weight_ih')
            getattr(ours, f'wh{layer}{way}').data = take('weight_hh')
            getattr(ours, f'b{layer}{way}').data = take('bias_ih') + take('bias_hh')
        lengths = torch.tensor([6, 4, 3])
        x = torch.randn(6, 3, 5, dtype=torch.double, requires_grad=True)
        packed = torch.nn.utils.rnn.pack_padded_sequence(x, lengths)
        want = torch.nn.utils.rnn.pad_packed_sequence(theirs(packed)[0])[0]
        got = ours(x, lengths) * (torch.arange(6)[:, None] < lengths).unsqueeze(2)
        weight = torch.randn_like(want)
        a, b = (torch.autograd.grad((y * weight).sum(), x)[0] for y in (want, got))
        self.assertLess(float((want - got).abs().max()), 1e-9)
        self.assertLess(float((a - b).abs().max()), 1e-9)


class Names(unittest.TestCase):
    def test_no_stray_inside(self):
        scores = np.full((3, len(NAME_TAGS)), -5.)
        scores[0, NAME_TAGS.index('B-ORG')] = scores[1, NAME_TAGS.index('I-LOC')] = scores[2, NAME_TAGS.index('I-ORG')] = 1
        scores[1, NAME_TAGS.index('I-ORG')] = .5
        self.assertEqual(best_names(scores), ['B-ORG', 'I-ORG', 'I-ORG'])


class Corpus(unittest.TestCase):
    def test_names_over_tokens(self):
        tokens = tokens_of("Ruritania's Mara Lund didn't go.")
        self.assertEqual([t for _, _, t in tokens], ['Ruritania', "'s", 'Mara', 'Lund', 'did', "n't", 'go', '.'])
        tags = bio(tokens, [(0, 9, 'LOC'), (12, 21, 'PER')])
        self.assertEqual(spans_of(tags), {(0, 1, 'LOC'), (2, 4, 'PER')})

    def test_hyphens(self):
        s = {'source': 'silver', 'doc': 'd', 'w': ['a', '15-year', 'term'], 'u': ['DET', 'ADJ', 'NOUN'], 'x': ['DT', 'JJ', 'NN'],
             'h': [3, 3, 0], 'r': ['det', 'amod', 'root'], 'e': ['O', 'O', 'O'], 'n': None}
        t = split_hyphens(s)
        self.assertEqual(t['w'], ['a', '15', '-', 'year', 'term'])
        self.assertEqual(t['h'], [5, 4, 4, 5, 0])


if __name__ == '__main__':
    unittest.main()
