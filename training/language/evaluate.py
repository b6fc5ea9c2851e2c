"""Scores of a net on gold tokens: UPOS, XPOS, UAS, LAS (punctuation and subtypes counted), label F1, names F1.

    python3 evaluate.py dump WORK SENTENCES.ndjson          what verify.mjs reads
    python3 evaluate.py score WORK MODELS OUTPUTS.ndjson    scores of what it wrote
"""
import base64
import collections
import json
import sys

import numpy as np
import torch

from corpus import spans_of
from data import batches, load
from names import best_names
from tree import best_tree, is_tree

SETS = ('gum-dev', 'ewt-dev', 'news-test')
CORE = ('nsubj', 'obj', 'nsubj:pass', 'ccomp')


def parse(model, batcher, tags, batch):
    """For each sentence of a batch: (upos, xpos, heads, relations, names) as lists of tags."""
    words, parts, lengths, _ = batcher.tensors(batch, None)
    h = model.encode(words, parts, lengths)
    scheme, sets = model.schemes['gold'], tags['gold']
    score, heads = scheme.arcs(h, lengths)
    chosen = score.argmax(2)
    for i, n in enumerate(lengths.tolist()):
        if not is_tree(chosen[i, :n].tolist()):
            chosen[i, :n] = torch.tensor(best_tree(score[i, :n, :n + 1].double().numpy()))
    picked = [x.argmax(2).tolist() for x in (scheme.upos(h), scheme.xpos(h), scheme.relations(h, heads, chosen))]
    named = model.names['news'](h).numpy()
    for i, n in enumerate(lengths.tolist()):
        u, x, r = ([names[k] for k in ids[i][:n]] for names, ids in zip((sets['upos'], sets['xpos'], sets['deprel']), picked))
        yield u, x, chosen[i, :n].tolist(), r, best_names(named[i, :n])


def f1(right, found, wanted):
    return 100 * 2 * right / max(1, found + wanted)


def tree_scores(pairs):
    """pairs of (sentence, parse) -> scores in percent."""
    n, c = 0, collections.Counter()
    label = collections.defaultdict(lambda: [0, 0, 0])
    for s, (u, x, h, r, _) in pairs:
        for i in range(len(s['w'])):
            n += 1
            c['upos'] += u[i] == s['u'][i]
            c['xpos'] += x[i] == s['x'][i]
            head, both = h[i] == s['h'][i], h[i] == s['h'][i] and r[i] == s['r'][i]
            c['uas'] += head
            c['las'] += both
            for k, rel in ((1, r[i]), (2, s['r'][i])):
                label[rel][k] += 1
            label[s['r'][i]][0] += both
    out = {k: round(100 * c[k] / max(1, n), 2) for k in ('upos', 'xpos', 'uas', 'las')}
    return {**out, **{k: round(f1(*label[k]), 1) for k in CORE}}


def name_scores(pairs):
    right, found, wanted = collections.Counter(), collections.Counter(), collections.Counter()
    for s, p in pairs:
        gold, got = spans_of(s['n']), spans_of(p[4])
        for k, v in ((right, gold & got), (found, got), (wanted, gold)):
            k.update(x[2] for x in v)
    out = {'names': round(f1(right.total(), found.total(), wanted.total()), 1)}
    return {**out, **{k: round(f1(right[k], found[k], wanted[k]), 1) for k in sorted(wanted)}}


def parsed(model, batcher, tags, sentences, tokens=4000):
    model.eval()
    with torch.no_grad():
        return [(s, p) for b in batches(sentences, tokens, False) for s, p in zip(b, parse(model, batcher, tags, b))]


def report(model, batcher, tags, data):
    """Scores on the dev parts; the test of names is left to `score`."""
    out = {k: tree_scores(parsed(model, batcher, tags, data[k])) for k in ('gum-dev', 'ewt-dev')}
    out['gum-dev news'] = tree_scores(parsed(model, batcher, tags, [s for s in data['gum-dev'] if s['doc'].startswith('GUM_news')]))
    if data.get('news-dev'):
        out['names news-dev'] = name_scores(parsed(model, batcher, tags, data['news-dev']))
    return out


def dump(work, path):
    """Ids of the dev sentences, for verify.mjs."""
    data, features = load(work)
    with open(path, 'w', encoding='utf-8') as f:
        for name in SETS:
            for i, s in enumerate(data.get(name, [])):
                ids = [features.of(w) for w in s['w']]
                f.write(json.dumps({'set': name, 'at': i, 'words': [x[0] for x in ids], 'parts': [x[2] for x in ids]}) + '\n')


def finished(row, meta):
    """A line of verify.mjs as tags and heads; the few that are no tree are decoded here."""
    tags = meta['tags']
    heads, relations = row['heads'], row['deprel']
    if 'arcs' in row:
        heads = best_tree(np.array(row['arcs'], np.float64))
        size = meta['relation']['size']
        weight, bias = (np.frombuffer(base64.b64decode(meta['relation'][k]), '<f4') for k in ('weights', 'bias'))
        d, g = np.array(row['relation_dep']), np.array(row['relation_head'])[heads]
        z = d[:, :size] + g[:, :size]
        z = np.concatenate([np.where(z > 0, z, .1 * z), d[:, size:] * g[:, size:]], 1)
        relations = (z @ weight.reshape(2 * size, -1) + bias).argmax(1)
    return [tags['upos'][k] for k in row['upos']], [tags['xpos'][k] for k in row['xpos']], heads, \
        [tags['deprel'][k] for k in relations], [tags['names'][k] for k in row['names']]


def score_outputs(work, folder, path):
    """Scores of the int8 model from what verify.mjs wrote."""
    data, _ = load(work)
    with open(folder + '/english.json', encoding='utf-8') as f:
        meta = json.load(f)
    with open(path, encoding='utf-8') as f:
        rows = [json.loads(line) for line in f]
    pairs = collections.defaultdict(list)
    for row in rows:
        pairs[row['set']].append((data[row['set']][row['at']], finished(row, meta)))
    for name in SETS:
        if name.endswith('-dev'):
            print(name, tree_scores(pairs[name]))
        elif pairs[name]:
            print(name, name_scores(pairs[name]))
    print('gum-dev news', tree_scores([p for p in pairs['gum-dev'] if p[0]['doc'].startswith('GUM_news')]))
    print('no tree before decoding', sum('arcs' in r for r in rows), 'of', len(rows))


if __name__ == '__main__':
    {'dump': dump, 'score': score_outputs}[sys.argv[1]](*sys.argv[2:])
