"""Token -> integer features. FEATURES.md is the specification; src/language computes the same ids in TypeScript.

Everything works on UTF-16 code units and 32-bit unsigned integers, so that both sides agree to the last bit.
"""
import json
import re

PAD = 0
OOV_BUCKETS = 4096          # rows after the vocabulary, for words outside it
PART_BUCKETS = 4096         # rows of each part table
PARTS = ('prefix2', 'prefix3', 'prefix4', 'suffix1', 'suffix2', 'suffix3', 'suffix4', 'shape')
LONGEST = 64                # longer tokens keep their first and last 32 code units
SHAPE_RUN = 3               # a run of one shape class is cut at this length
CHARACTERS = {'\u2018': "'", '\u2019': "'", '\u201a': "'", '\u201b': "'", '`': "'", '\u201c': '"', '\u201d': '"',
              '\u201e': '"', '\u00ab': '"', '\u00bb': '"', '\u00a0': ' ', '\u2026': '...', '\u2011': '-'}
WHOLE = {"''": '"'}         # after the characters: `` and '' are one straight quote
_SEED, _PRIME = 2166136261, 16777619


def units(text):
    """UTF-16 code units of `text`, each as a one-character string (lone halves of a pair stay)."""
    if text.isascii():
        return text
    raw = text.encode('utf-16-le', 'surrogatepass')
    return [chr(raw[i] | raw[i + 1] << 8) for i in range(0, len(raw), 2)]


def hash32(code_units, seed):
    """FNV-1a over 16-bit code units, then an avalanche; `seed` parts the features."""
    h = (_SEED ^ seed) & 0xFFFFFFFF
    for unit in code_units:
        h = ((h ^ ord(unit)) * _PRIME) & 0xFFFFFFFF
    h ^= h >> 15
    h = (h * 0x2C1B3C6D) & 0xFFFFFFFF
    return h ^ (h >> 12)


def straight(token):
    """Quotes, no-break space, ellipsis and no-break hyphen brought to their ASCII forms; very long tokens cut."""
    if not token.isascii() or '`' in token:
        token = ''.join(CHARACTERS.get(c, c) for c in token)
    token = WHOLE.get(token, token)
    if len(token) > LONGEST // 2:
        u = units(token)
        if len(u) > LONGEST:
            u = [*u[:LONGEST // 2], *u[-(LONGEST // 2):]]
            token = ''.join(u)
    return token


def normal(token):
    """The key of the vocabulary: straight, lower case, ASCII digits to 0."""
    return re.sub('[0-9]', '0', straight(token).lower())


def shape(token):
    """d digit, X upper, x lower, anything else itself; runs cut at three: "McCain's" -> "XxXxxx'x"."""
    out, last, run = [], None, 0
    for c in units(straight(token)):
        if '0' <= c <= '9':
            k = 'd'
        elif c.lower() != c:
            k = 'X'
        elif c.upper() != c:
            k = 'x'
        else:
            k = c
        run = run + 1 if k == last else 1
        last = k
        if run <= SHAPE_RUN:
            out.append(k)
    return out


class Features:
    """Ids of tokens for one vocabulary (a list of normalised words, most frequent first)."""

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.row = {w: i + 1 for i, w in enumerate(vocabulary)}
        self.word_rows = 1 + len(vocabulary) + OOV_BUCKETS
        self.part_rows = 1 + len(PARTS) * PART_BUCKETS
        self._seen = {}

    def oov(self, key):
        return 1 + len(self.vocabulary) + (hash32(units(key), 1) & (OOV_BUCKETS - 1))

    def of(self, token):
        """(word row, out-of-vocabulary row, part rows) of a token."""
        got = self._seen.get(token)
        if got is None:
            key = normal(token)
            u = units(key)
            cuts = (u[:2], u[:3], u[:4], u[-1:], u[-2:], u[-3:], u[-4:], shape(token))
            parts = [1 + i * PART_BUCKETS + (hash32(c, 2 + i) & (PART_BUCKETS - 1)) for i, c in enumerate(cuts)]
            oov = self.oov(key)
            got = self._seen[token] = (self.row.get(key, oov), oov, parts)
        return got

    def config(self):
        """What the TypeScript side must know, for models/english.json."""
        return {'vocabulary': len(self.vocabulary), 'oovBuckets': OOV_BUCKETS, 'partBuckets': PART_BUCKETS, 'parts': list(PARTS),
                'longest': LONGEST, 'shapeRun': SHAPE_RUN, 'wordRows': self.word_rows, 'partRows': self.part_rows}


def read_vocabulary(path):
    with open(path, encoding='utf-8', newline='\n') as f:
        return f.read().rstrip('\n').split('\n')


if __name__ == '__main__':
    import sys
    f = Features(['the', 'senate', "n't", '0,000'])
    for t in sys.argv[1:] or ['The', 'Senate', 'n’t', '1,999', 'McCain’s', '“', '🙂', 'İstanbul', 'x' * 80]:
        print(json.dumps([t, normal(t), ''.join(shape(t)), *f.of(t)], ensure_ascii=False))
