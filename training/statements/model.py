"""The net: what the language net knows of each token, and a few features -> BiLSTM -> which tokens head a cue; then for each cue a small
BiLSTM over its passage, which sees every token from that cue (distance, place in the tree), and a chain (CRF) over the tags of source,
cue and content."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from data import STEPS, TAGS
from lstm import BiLSTM

NEVER = -1e4


def allowed():
    """[from, to] transition mask, and which tags may begin."""
    n = len(TAGS)
    mask = torch.zeros(n, n)
    for b, to in enumerate(TAGS):
        if to.startswith('I-'):
            for a, before in enumerate(TAGS):
                if before[2:] != to[2:]:
                    mask[a, b] = NEVER
    start = torch.tensor([NEVER if t.startswith('I-') else 0. for t in TAGS])
    return mask, start


class Model(nn.Module):
    def __init__(self, config):
        super().__init__()
        c = self.config = config
        self.drop = c['drop']
        self.bring = nn.Linear(c['states'], c['width'])
        self.small = nn.ModuleList(nn.Embedding(rows, c['width']) for rows in c['small'])
        self.encoder = BiLSTM(c['width'], c['hidden'], 1, self.drop)
        k = c['pair']
        self.cue = nn.Sequential(nn.Linear(2 * c['hidden'], c['head']), nn.ReLU(), nn.Linear(c['head'], 1))
        self.here, self.there = nn.Linear(2 * c['hidden'], k), nn.Linear(2 * c['hidden'], k)
        self.place, self.step = nn.Embedding(c['place_rows'], k), nn.Embedding(2 * len(STEPS) + 1, k)
        for e in (*self.small[:-1], self.place, self.step):
            nn.init.normal_(e.weight, std=.3)
        # What the language net knows of a word comes with its states: the last table learns what that leaves out.
        nn.init.zeros_(self.small[-1].weight)
        self.reader = BiLSTM(k, c['reader'], 1, self.drop)
        self.tags = nn.Linear(2 * c['reader'], len(TAGS))
        self.moves = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        mask, start = allowed()
        self.register_buffer('mask', mask)
        self.register_buffer('start', start)

    def dropped(self, x):
        return F.dropout(x, self.drop, self.training)

    def encode(self, states, ids, lengths):
        """states [B, T, states], ids [small, B, T] -> [B, T, 2 * hidden]."""
        x = self.bring(F.dropout(states, self.drop / 2, self.training))
        for e, i in zip(self.small, ids):
            x = x + e(i)
        h = self.encoder(self.dropped(x).transpose(0, 1), lengths).transpose(0, 1)
        return self.dropped(h)

    def cues(self, h):
        return self.cue(h).squeeze(2)

    def emissions(self, h, rows, anchors, place, step, lengths):
        here, there = self.here(h), self.there(h[rows, anchors])
        t = place.shape[1]
        x = torch.relu(here[rows][:, :t] + there[:, None] + self.place(place) + self.step(step))
        y = self.reader(self.dropped(x).transpose(0, 1), lengths).transpose(0, 1)
        return self.tags(self.dropped(y))

    def chain_loss(self, emissions, tags, lengths):
        """Sum over cues of the negative log-likelihood of their tags."""
        n, t, _ = emissions.shape
        moves = self.moves + self.mask
        valid = (torch.arange(t)[None] < lengths[:, None])
        gold = (emissions.gather(2, tags[:, :, None]).squeeze(2) * valid).sum()
        gold = gold + (moves[tags[:, :-1], tags[:, 1:]] * valid[:, 1:]).sum()
        alpha = emissions[:, 0] + self.start
        for i in range(1, t):
            new = torch.logsumexp(alpha[:, :, None] + moves[None], 1) + emissions[:, i]
            alpha = torch.where(valid[:, i, None], new, alpha)
        return torch.logsumexp(alpha, 1).sum() - gold

    def best(self, emissions, lengths):
        """Best tags of each cue (Viterbi)."""
        moves = (self.moves + self.mask)
        score, back = emissions[:, 0] + self.start, []
        valid = (torch.arange(emissions.shape[1])[None] < lengths[:, None])
        for i in range(1, emissions.shape[1]):
            new, arg = (score[:, :, None] + moves[None]).max(1)
            score = torch.where(valid[:, i, None], new + emissions[:, i], score)
            back.append(arg)
        out = []
        last = score.argmax(1)
        back = torch.stack(back).tolist() if back else []
        for n, length in enumerate(lengths.tolist()):
            tag = int(last[n])
            row = [tag]
            for i in range(length - 2, -1, -1):
                tag = back[i][n][tag]
                row.append(tag)
            out.append(row[::-1])
        return out
