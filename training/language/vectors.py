"""Vocabulary and word vectors from all training text: positive PMI over windows of five, truncated SVD.

    python3 vectors.py WORK        -> WORK/vocabulary.txt, WORK/vectors.npy (float32, one row a word)
"""
import collections
import gzip
import os
import pickle
import sys

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import svds

from features import normal

WORDS, LEAST, DIMENSIONS, WINDOW = 24000, 4, 100, 4
SMOOTHING = .75             # of the context counts, as in Levy, Goldberg and Dagan (2015)
SPREAD = .3                 # standard deviation the vectors are scaled to, that of the embeddings beside them


def read_lines(work):
    with gzip.open(os.path.join(work, 'text.txt.gz'), 'rt', encoding='utf-8') as f:
        cache = {}
        for line in f:
            out = []
            for w in line.split():
                k = cache.get(w)
                if k is None:
                    k = cache[w] = normal(w)
                out.append(k)
            yield out


def main(work):
    lines = list(read_lines(work))
    counts = collections.Counter(w for line in lines for w in line)
    with open(os.path.join(work, 'sentences.pickle'), 'rb') as f:
        data = pickle.load(f)
    gold = collections.Counter(normal(w) for k in ('gum', 'ewt', 'news', 're3d') for s in data[k] for w in s['w'])
    words = [w for w, n in counts.most_common() if (n >= LEAST or gold[w] >= 2) and '\n' not in w and ' ' not in w][:WORDS]
    row = {w: i for i, w in enumerate(words)}
    n = len(words)
    flat, ends = [], []
    for line in lines:
        flat += [row.get(w, -1) for w in line]
        flat += [-2] * WINDOW                   # no window reaches over a line's end
    ids = np.array(flat, np.int32)
    total = sparse.csr_matrix((n, n), dtype=np.float32)
    for d in range(1, WINDOW + 1):
        a, b = ids[:-d], ids[d:]
        ok = (a >= 0) & (b >= 0)
        m = sparse.coo_matrix((np.full(ok.sum(), (WINDOW + 1 - d) / WINDOW, np.float32), (a[ok], b[ok])), shape=(n, n)).tocsr()
        total = total + m + m.T
    row_sum = np.asarray(total.sum(1)).ravel()
    context = row_sum ** SMOOTHING
    context /= context.sum()
    m = total.tocoo()
    pmi = np.log(m.data / (np.maximum(row_sum[m.row], 1e-9) * context[m.col]))
    keep = pmi > 0
    ppmi = sparse.csr_matrix((pmi[keep].astype(np.float32), (m.row[keep], m.col[keep])), shape=(n, n))
    u, s, _ = svds(ppmi, k=DIMENSIONS, random_state=1)
    v = u * np.sqrt(s)
    v = (v - v.mean(0)) / np.linalg.norm(v - v.mean(0), axis=1, keepdims=True).clip(1e-6)
    v = (v * SPREAD * np.sqrt(DIMENSIONS)).astype(np.float32)
    np.save(os.path.join(work, 'vectors.npy'), v)
    with open(os.path.join(work, 'vocabulary.txt'), 'w', encoding='utf-8', newline='\n') as f:
        f.write('\n'.join(words) + '\n')
    print(n, 'words of', len(counts), 'tokens', len(ids), 'pairs', ppmi.nnz)
    unit = v / np.linalg.norm(v, axis=1, keepdims=True).clip(1e-6)
    for w in ('said', 'minister', 'syria', 'obama', 'sanctions', 'quickly'):
        if w in row:
            print(w, [words[i] for i in np.argsort(-unit @ unit[row[w]])[1:8]])


if __name__ == '__main__':
    main(sys.argv[1])
