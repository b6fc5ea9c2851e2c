"""The best name tags of a sentence: Viterbi over the net's scores, where no I- may follow anything but its own type."""
import numpy as np

from data import NAME_TAGS

NEVER = -1e4
ALLOWED = np.array([[0 if b[0] != 'I' or (a != 'O' and a[2:] == b[2:]) else NEVER for b in NAME_TAGS] for a in NAME_TAGS])
FIRST = np.array([NEVER if t[0] == 'I' else 0 for t in NAME_TAGS])


def best_names(scores):
    """Tags from scores[token, tag]."""
    best, back = scores[0] + FIRST, []
    for row in scores[1:]:
        paths = best[:, None] + ALLOWED
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    k = int(best.argmax())
    tags = [k]
    for came in reversed(back):
        k = int(came[k])
        tags.append(k)
    return [NAME_TAGS[k] for k in reversed(tags)]
