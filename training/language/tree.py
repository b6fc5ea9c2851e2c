"""Chu-Liu/Edmonds: the best single-rooted tree over arc scores."""
import numpy as np

NEVER = -1e9


def is_tree(heads):
    """heads[i] is the head of token i + 1, 0 the root."""
    n = len(heads)
    if sum(h == 0 for h in heads) != 1:
        return False
    for i in range(1, n + 1):
        j = i
        for _ in range(n + 1):
            if j == 0:
                break
            j = heads[j - 1]
        if j:
            return False
    return True


def _cycle(heads):
    colour = [0] * len(heads)
    for i in range(1, len(heads)):
        path, j = [], i
        while j and not colour[j]:
            colour[j] = i
            path.append(j)
            j = heads[j]
        if j and colour[j] == i:
            return path[path.index(j):]
    return None


def _arborescence(score):
    """score[d, h] over nodes 0..n, 0 the root; the best head of every node."""
    heads = score.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = [k for k in range(len(heads)) if k not in cycle]
    m = len(rest)
    small = np.full((m + 1, m + 1), NEVER)
    small[:m, :m] = score[np.ix_(rest, rest)]
    gain = score[np.ix_(cycle, rest)] - score[cycle, heads[cycle]][:, None]
    enter, leave = gain.argmax(0), score[np.ix_(rest, cycle)]
    small[m, :m], small[:m, m] = gain.max(0), leave.max(1)
    small[0] = NEVER
    best = _arborescence(small)
    for k in range(1, m):
        heads[rest[k]] = rest[best[k]] if best[k] < m else cycle[leave[k].argmax()]
    heads[cycle[enter[best[m]]]] = rest[best[m]]
    return heads


def best_tree(score):
    """Heads from score[token, head] of n tokens and n + 1 heads."""
    n = score.shape[0]
    full = np.full((n + 1, n + 1), NEVER)
    full[1:] = score
    np.fill_diagonal(full, NEVER)
    heads = _arborescence(full)
    roots = np.where(heads[1:] == 0)[0] + 1
    if len(roots) != 1:
        best = None
        for r in roots:
            one = full.copy()
            one[1:, 0] = NEVER
            one[r, 0] = 0
            one[r, 1:] = NEVER
            h = _arborescence(one)
            total = full[np.arange(1, n + 1), h[1:]].sum()
            if best is None or total > best[0]:
                best = total, h
        heads = best[1]
    return heads[1:].tolist()
