"""Reading the training data: CoNLL-U treebanks, articles with marked names. A sentence is a plain dict:

  source  gum | ewt | silver | news          w  tokens
  u, x, h, r  UPOS, XPOS, heads (0 = root), relations; None where the set has none
  n  name tags in BIO (PER ORG LOC NORP MISC), '-' where nobody looked; None where the set has none
"""
import gzip
import json
import os
import re


def open_text(path):
    return gzip.open(path, 'rt', encoding='utf-8') if path.endswith('.gz') else open(path, encoding='utf-8')


def read_ndjson(path):
    with open_text(path) as f:
        return [json.loads(line) for line in f if line.strip()]


def read_conllu(path, source):
    """Sentences of a CoNLL-U file with the project's last column (entity tags), plus `doc`."""
    rows, doc, out = [], None, []
    with open_text(path) as f:
        for line in f:
            line = line.rstrip('\n')
            if line.startswith('#'):
                if line.startswith('# doc ='):
                    doc = line.split('=', 1)[1].strip()
            elif line:
                c = line.split('\t')
                if c[0].isdigit():
                    rows.append(c)
            elif rows:
                out.append({'source': source, 'doc': doc, 'w': [c[1] for c in rows], 'u': [c[3] for c in rows],
                            'x': [c[4] for c in rows], 'h': [int(c[6]) for c in rows], 'r': [c[7] for c in rows],
                            'e': [c[9] for c in rows], 'n': None})
                rows = []
    return out


TOKEN = re.compile(r"""
    (?:[A-Z]\.){2,} | \b[A-Z]\.(?=\s+[A-Z(])
  | \b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Sens|Rep|Reps|Gov|Lt|Col|Sgt|Maj|Capt|Adm|Rev|Hon|Prof|Jr|Sr|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Inc|Corp|Co|Ltd
      |Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.
  | https?://\S+ | [\w.+-]+@[\w.-]+\w | [@\#]\w+
  | \d+(?:[.,:/]\d+)* | \.{2,} | --+
  | (?:ca|wo|[Cc]a|[Ww]o)(?=n['’]t\b) | \w+?(?=n['’]t\b) | n['’]t\b | ['’](?:s|S|re|ve|ll|d|m)\b
  | (?:O|D|L|d|l|Al)['’][A-Z]\w+ | \w+(?:&\w+)* | \S
""", re.X)


def tokens_of(text, start=0):
    """Tokens close to UD English, as (start, end, token); only for material that comes without tokens."""
    return [(start + m.start(), start + m.end(), m.group()) for m in TOKEN.finditer(text)]


def bio(tokens, spans):
    """BIO tags from character spans [(start, end, type)], non-overlapping; a span claims each token it touches."""
    tags = ['O'] * len(tokens)
    for a, b, kind in spans:
        first = True
        for i, (s, e, _) in enumerate(tokens):
            if s < b and e > a and tags[i] == 'O':
                tags[i] = ('B-' if first else 'I-') + kind
                first = False
    return tags


def spans_of(tags):
    """{(first, end, type)} of a BIO sequence; an I- without its B- starts a span."""
    out, start, kind = set(), None, None
    for i, t in enumerate([*tags, 'O']):
        if start is not None and (t[0] != 'I' or t[2:] != kind):
            out.add((start, i, kind))
            start = None
        if t[0] == 'B' or (t[0] == 'I' and start is None):
            start, kind = i, t[2:]
    return out


def articles(data, part):
    return read_ndjson(os.path.join(data, 'attribution', part + '.ndjson.gz'))


def text_key(words):
    return ' '.join(words).lower()
