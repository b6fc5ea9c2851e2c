"""The net: embeddings (of the student: brought to a smaller width) -> two-layer BiLSTM -> one linear head a tag set, biaffine arcs,
low-rank bilinear relations.

Arcs and relations exist twice: the silver parses follow another scheme, so they train the encoder through heads of their own.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from lstm import BiLSTM

FAR = 1e4                   # taken from the scores of impossible heads


class Scheme(nn.Module):
    """Tags and tree of one annotation scheme over encoder states of `width`."""

    def __init__(self, width, sizes, arc, relation, drop):
        super().__init__()
        self.drop = drop
        self.upos, self.xpos = nn.Linear(width, sizes['upos']), nn.Linear(width, sizes['xpos'])
        self.root = nn.Parameter(torch.randn(width) * .1)
        self.arc_dep, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.arc = nn.Parameter(torch.empty(arc, arc))
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        nn.init.orthogonal_(self.arc)
        self.sum_dep, self.sum_head = nn.Linear(width, relation), nn.Linear(width, relation)
        self.product_dep, self.product_head = nn.Linear(width, relation), nn.Linear(width, relation)
        self.relation = nn.Linear(2 * relation, sizes['deprel'])

    def dropped(self, x):
        return F.dropout(x, self.drop, self.training)

    def arcs(self, h, lengths):
        """[batch, token, head] scores; head 0 is the root, impossible ones far below."""
        heads = torch.cat([self.root.expand(h.shape[0], 1, -1), h], 1)
        d = self.dropped(F.leaky_relu(self.arc_dep(h), .1))
        g = self.dropped(F.leaky_relu(self.arc_head(heads), .1))
        score = torch.matmul(torch.matmul(d, self.arc) + self.arc_bias, g.transpose(1, 2))
        place = torch.arange(heads.shape[1])
        no = (place[None, None] > lengths[:, None, None]) | (place[None, None] == place[1:, None][None])
        return score.masked_fill(no, -FAR), heads

    def relations(self, h, heads, chosen):
        """[batch, token, relation] logits, given each token's head."""
        def at(x):
            return torch.gather(x, 1, chosen.unsqueeze(2).expand(-1, -1, x.shape[2]))
        s = F.leaky_relu(self.sum_dep(h) + at(self.sum_head(heads)), .1)
        p = self.product_dep(h) * at(self.product_head(heads))
        return self.relation(self.dropped(torch.cat([s, p], 2)))


class Model(nn.Module):
    def __init__(self, config):
        super().__init__()
        c = self.config = config
        self.drop = c['drop']
        self.word = nn.Embedding(c['word_rows'], c['word'], sparse=True)
        self.part = nn.Embedding(c['part_rows'], c['part'], sparse=True)
        nn.init.normal_(self.word.weight, std=.3)
        nn.init.normal_(self.part.weight, std=.3)
        width = c['word'] + c['parts'] * c['part']
        self.first = nn.Linear(width, c['input']) if c.get('input') else None
        self.lstm = BiLSTM(c.get('input') or width, c['hidden'], c['layers'], self.drop)
        out = 2 * c['hidden']
        self.schemes = nn.ModuleDict({k: Scheme(out, c['sizes'][k], c['arc'], c['relation'], self.drop) for k in c['sizes']})
        self.names = nn.ModuleDict({k: nn.Linear(out, c['names']) for k in ('news', 'gum')})

    def encode(self, words, parts, lengths):
        """Encoder states [batch, token, 2 * hidden]; what stands at padding has no meaning."""
        b, t = words.shape
        x = torch.cat([self.word(words), self.part(parts).view(b, t, -1)], 2)
        x = F.dropout(x, self.drop, self.training)
        if self.first:
            x = self.first(x)
        h = self.lstm(x.transpose(0, 1), lengths).transpose(0, 1)
        return F.dropout(h, self.drop, self.training)

    def tables(self):
        return [self.word.weight, self.part.weight]

    def dense(self):
        return [p for n, p in self.named_parameters() if not n.startswith(('word.', 'part.'))]
