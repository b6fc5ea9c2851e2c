"""Repairs of the silver parses (CoreNLP on political news) before anything learns from them."""
import collections
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = {'PERSON': 'PER', 'LOCATION': 'LOC', 'ORGANIZATION': 'ORG', 'MISC': 'MISC'}
HYPHENATED = re.compile(r'^[A-Za-z0-9.]+(?:-[A-Za-z0-9.]+)+$')
PEOPLE = re.compile(r'(?:an|ans|ese|ish|i|is)$')
KNOWN_SHARE, KNOWN_COUNT = .7, 3    # a surface keeps its usual type when it has it this often
OUTSIDE = set('the a an mr. mrs. ms. mr mrs ms dr. dr pope justice president sen. rep. gov. senator secretary chief judge gen. pro anti non'.split())
UNKNOWN = '-'                       # a tag nobody vouches for: not learnt from


def known_names():
    out = {}
    with open(os.path.join(HERE, 'names.tsv'), encoding='utf-8') as f:
        for line in f:
            if not line.startswith('#'):
                kind, surfaces = line.rstrip('\n').split('\t')
                out.update((s, kind) for s in surfaces.split('|'))
    return out


def entity_spans(tags):
    """[first, end, type] of the four CoreNLP types; dates and numbers are left out."""
    out = []
    for i, t in enumerate(tags):
        kind = TYPES.get(t[2:])
        if not kind:
            continue
        if t[0] == 'I' and out and out[-1][1] == i and out[-1][2] == kind:
            out[-1][1] = i + 1
        else:
            out.append([i, i + 1, kind])
    return out


def split_hyphens(s):
    """UD English parts "15-year" into three tokens; the silver does not. The last piece keeps tag, head and relation."""
    if not any(HYPHENATED.match(w) for w in s['w']):
        return s
    pieces = [re.findall(r'[^-]+|-', w) if HYPHENATED.match(w) else [w] for w in s['w']]
    last, n = [], 0
    for p in pieces:
        n += len(p)
        last.append(n)                          # 1-based place of the token's last piece
    t = {**s, 'w': [], 'u': [], 'x': [], 'h': [], 'r': [], 'e': []}
    for i, p in enumerate(pieces):
        head = last[s['h'][i] - 1] if s['h'][i] else 0
        for j, w in enumerate(p):
            final = j == len(p) - 1
            t['w'].append(w)
            t['u'].append(s['u'][i] if final else 'PUNCT' if w == '-' else UNKNOWN)
            t['x'].append(s['x'][i] if final else 'HYPH' if w == '-' else UNKNOWN)
            t['h'].append(head if final else last[i])
            t['r'].append(s['r'][i] if final else 'punct' if w == '-' else UNKNOWN)
            e = s['e'][i]
            t['e'].append(e if j == 0 or e == 'O' else 'I' + e[1:])
    return t


def surname_types(sentences):
    """{doc: surnames of the people the document names in full}."""
    out = collections.defaultdict(set)
    for s in sentences:
        for a, b, kind in entity_spans(s['e']):
            if kind == 'PER' and 2 <= b - a <= 4:
                out[s['doc']].add(s['w'][b - 1])
    return out


def add_names(sentences):
    """Sets `n` of each silver sentence: CoreNLP's tags, made consistent over documents and corpus, in our types."""
    known, surnames = known_names(), surname_types(sentences)
    by_surface = collections.defaultdict(collections.Counter)
    for s in sentences:
        for a, b, kind in entity_spans(s['e']):
            by_surface[surface_of(s['w'][slice(*trimmed(s['w'], a, b))])][kind] += 1
    usual = {}
    for surface, kinds in by_surface.items():
        kind, n = kinds.most_common(1)[0]
        if n >= KNOWN_COUNT and n >= KNOWN_SHARE * sum(kinds.values()):
            usual[surface] = kind
    longest = max(len(k.split()) for k in known)
    for s in sentences:
        s['n'] = tags_of(s, known, usual, surnames[s['doc']], longest)


def surface_of(words):
    return ' '.join(words).replace(' - ', '-')


def trimmed(w, a, b):
    """A span without article, title, "pro-" and "anti-" before it and possessive after it."""
    while b - a > 1 and (w[a].lower() in OUTSIDE or w[a] == '-' or w[a] in '"\''):
        a += 1
    while b - a > 1 and w[b - 1] in ("'s", "'", '"', 'Administration', 'administration'):
        b -= 1
    return a, b


def tags_of(s, known, usual, surnames, longest):
    """BIO tags of one silver sentence."""
    w, tags = s['w'], ['O'] * len(s['w'])
    found = [(*trimmed(w, a, b), kind) for a, b, kind in entity_spans(s['e'])]

    def mark(a, b, kind):
        for i in range(a, b):
            tags[i] = ('B-' if i == a else 'I-') + kind
    i = 0
    while i < len(w):                           # known names first, but never inside a longer name
        for n in range(min(longest, len(w) - i), 0, -1):
            surface = surface_of(w[i:i + n])
            kind = known.get(surface)
            if kind is None and n == 1 and i > 0 and surface in surnames:
                kind = 'PER'
            if not kind or (surface.isupper() and len(surface) < 3):
                continue
            if any(a <= i and i + n <= b and b - a > n for a, b, _ in found):
                continue
            mark(i, i + n, kind)
            i += n - 1
            break
        i += 1
    for a, b, kind in found:
        if any(t != 'O' for t in tags[a:b]):
            continue
        surface = surface_of(w[a:b])
        if surface in known:
            kind = known[surface]
        elif b - a == 1 and surface in surnames:
            kind = 'PER'
        elif kind == 'MISC' and (surface.split()[-1].split('-')[-1] in known and known[surface.split()[-1].split('-')[-1]] == 'NORP'
                                 or b - a == 1 and PEOPLE.search(surface)):
            kind = 'NORP'
        else:
            kind = usual.get(surface, kind)
        if kind != 'MISC' or w[a][:1].isupper() or w[b - 1][:1].isupper():
            mark(a, b, kind)
    return tags
