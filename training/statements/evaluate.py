"""Scores on held-out articles: exact fragments of each role and links, as eval/statements.ts has them."""
import torch

from data import ROLES, batches, places, spans_of


def predict(model, maker, passages, least=.05):
    """For each article its statements {source, cue, content, p}."""
    model.eval()
    found = {}
    with torch.no_grad():
        for batch in batches(passages, 4000, False):
            states, ids, lengths, _ = maker.tensors(batch)
            h = model.encode(states, ids, lengths)
            p = torch.sigmoid(model.cues(h))
            cues = [(i, a, places(batch[i], a, maker.ids['deprel'])) for i in range(len(batch)) for a in range(len(batch[i]['x'])) if p[i, a] > least]
            if not cues:
                continue
            rows, anchors, place, step, lengths, _ = maker.cue_tensors(batch, cues)
            best = model.best(model.emissions(h, rows, anchors, place, step, lengths), lengths)
            for (i, a, _), tags in zip(cues, best):
                x = spans_of(tags, batch[i]['starts'], batch[i]['ends'])
                x['p'] = float(p[i, a])
                found.setdefault(batch[i]['article'], []).append(x)
    model.train()
    return found


def resolved(statements, threshold):
    """Those sure enough, the surer of two with one cue, outermost only."""
    kept = []
    for x in sorted((x for x in statements if x['p'] >= threshold and x['cue'] and x['content']), key=lambda x: -x['p']):
        if not any(a < d and c < b for y in kept for a, b in y['cue'] for c, d in x['cue']):
            kept.append(x)
    inside = lambda x, y: x is not y and any(s <= a and b <= e for a, b in x['cue'] for s, e in y['content'])
    return [x for x in kept if not any(inside(x, y) for y in kept)]


def size(frags):
    return sum(e - s for s, e in frags)


def shared(a, b):
    return sum(max(0, min(e, d) - max(s, c)) for s, e in a for c, d in b)


def linked(g, p):
    if not shared(g['cue'], p['cue']):
        return False
    both = shared(g['content'], p['content'])
    union = size(g['content']) + size(p['content']) - both
    if union == 0 or both / union < .5:
        return False
    if not g['source'] or not p['source']:
        return not g['source'] and not p['source']
    return shared(g['source'], p['source']) > 0


def score(articles, found, threshold):
    c = {k: [0, 0, 0] for k in (*ROLES, 'link')}
    for number, article in enumerate(articles):
        gold, got = article['annotations'], resolved(found.get(number, []), threshold)
        for r in ROLES:
            a, b = ({tuple(f) for x in s for f in x[r]} for s in (gold, got))
            for k, v in enumerate((len(a & b), len(b), len(a))):
                c[r][k] += v
        left = list(got)
        for g in gold:
            m = next((p for p in left if linked(g, p)), None)
            if m:
                left.remove(m)
                c['link'][0] += 1
        c['link'][1] += len(got)
        c['link'][2] += len(gold)
    return {k: tuple(round(100 * v, 1) for v in (2 * t / max(1, p + g), t / max(1, p), t / max(1, g))) for k, (t, p, g) in c.items()}
