"""Reads $ONRECORD_DATA, writes sentences and running text for training to a work folder.

    python3 prepare.py WORK        -> WORK/sentences.pickle, WORK/text.txt.gz
"""
import gzip
import os
import pickle
import re
import sys

import corpus
import silver

GUM_TYPES = {'person': 'PER', 'place': 'LOC', 'organization': 'ORG'}
RE3D_TYPES = {'Person': 'PER', 'Location': 'LOC', 'Organisation': 'ORG', 'Nationality': 'NORP'}
SILVER_LONGEST, GOLD_LONGEST = 70, 120
SENTENCE_END = re.compile(r'(?<=[.!?]["”’)])\s+|(?<=[.!?])\s+(?=["“A-Z])|\n+')


def gum_names(tags):
    return [t if t == 'O' else t[:2] + GUM_TYPES.get(t[2:], 'MISC') for t in tags]


def marked_names(data, path):
    """Sentences of the file of names marked by hand: {id, start, end, names}; offsets in UTF-16 units of the article."""
    text = {a['id']: a['text'].encode('utf-16-le') for a in corpus.articles(data, 'train')}

    def piece(key, a, b):
        return text[key][2 * a:2 * b].decode('utf-16-le')
    out = []
    for row in corpus.read_ndjson(path):
        sentence = piece(row['id'], row['start'], row['end'])
        at = len(sentence.encode('utf-16-le')) // 2 == len(sentence)
        tokens = corpus.tokens_of(sentence)
        if not at or not tokens:                # no pair of surrogates expected in news: skip rather than guess
            continue
        spans = [(n['start'] - row['start'], n['end'] - row['start'], n['type']) for n in row['names']]
        out.append({'source': 'news', 'doc': row['id'], 'w': [t for _, _, t in tokens], 'n': corpus.bio(tokens, spans)})
    return out


def re3d(data):
    """Articles on Syria and Iraq: innermost marked names that begin and end with a capital; `the` and titles left outside."""
    out = []
    for a in corpus.read_ndjson(os.path.join(data, 'names', 'syria-iraq.ndjson.gz')):
        text = a['text']
        spans = []
        for e in sorted(a['entities'], key=lambda e: e['end'] - e['start']):
            kind, s, t = RE3D_TYPES.get(e['type']), e['start'], e['end']
            lead = re.match(r'(?:the|an?|this|these)\s+', text[s:t], re.I)
            s += lead.end() if lead else 0
            words = text[s:t].split()
            if kind and words and words[0][:1].isupper() and words[-1][:1].isupper() and all(t <= x or s >= y for x, y, _ in spans):
                spans.append((s, t, kind))
        start = 0
        for end in [m.start() for m in SENTENCE_END.finditer(text)] + [len(text)]:
            tokens = [t for t in corpus.tokens_of(text[start:end], start)]
            start = end
            if 4 <= len(tokens) <= 80:
                out.append({'source': 're3d', 'doc': a['id'], 'w': [t for _, _, t in tokens],
                            'n': corpus.bio(tokens, spans)})
    return out


def letters(text):
    return re.sub(r'[^a-z0-9]', '', text.lower())


def apart(sentences, longest, kept_apart, in_test):
    """The sentences that are no longer than `longest` and not among those that are measured on."""
    out = []
    for s in sentences:
        key = letters(''.join(s['w']))
        machine = s['source'] in ('silver', 'taught')
        if key not in kept_apart and not (machine and len(key) > 25 and key in in_test) and len(s['w']) <= longest:
            out.append(s)
    return out


def main(work):
    data = os.environ['ONRECORD_DATA']
    gold = os.environ.get('ONRECORD_NAMES')      # folder with names-train.ndjson (names.ndjson only to keep it out)
    os.makedirs(work, exist_ok=True)
    tree = lambda name, source: corpus.read_conllu(os.path.join(data, 'treebank', name + '.conllu.gz'), source)
    dev = {'gum-dev': tree('gum-dev', 'gum'), 'ewt-dev': tree('ewt-dev', 'ewt')}
    train = {'gum': tree('gum-train', 'gum'), 'ewt': tree('ewt-train', 'ewt'), 'silver': tree('silver', 'silver')}
    for s in [*train['gum'], *dev['gum-dev']]:
        s['n'] = gum_names(s['e'])

    kept_apart = {letters(''.join(s['w'])) for part in dev.values() for s in part if len(s['w']) > 5}
    held = {letters(a['text'])[:400] for a in corpus.articles(data, 'dev')}
    for a in corpus.articles(data, 'dev'):
        kept_apart.update(letters(p) for p in SENTENCE_END.split(a['text']) if len(p) > 40)
    test_names = []
    if gold and os.path.exists(os.path.join(gold, 'names.ndjson')):
        text = {a['id']: a['text'].encode('utf-16-le') for a in corpus.articles(data, 'train')}
        test_names = [letters(text[r['id']][2 * r['start']:2 * r['end']].decode('utf-16-le'))
                      for r in corpus.read_ndjson(os.path.join(gold, 'names.ndjson'))]
        kept_apart.update(test_names)
    in_test = ' '.join(test_names)

    clean = lambda sentences, longest: apart(sentences, longest, kept_apart, in_test)
    dev_docs = {a['id'] for a in corpus.articles(data, 'dev')}
    train['silver'] = [s for s in train['silver'] if (s['doc'] or '').replace('.txt.xml', '') not in dev_docs]
    for name, longest in (('gum', GOLD_LONGEST), ('ewt', GOLD_LONGEST), ('silver', SILVER_LONGEST)):
        before = len(train[name])
        train[name] = clean(train[name], longest)
        print(name, before, '->', len(train[name]))
    train['silver'] = [silver.split_hyphens(s) for s in train['silver']]
    silver.add_names(train['silver'])
    train['re3d'] = clean(re3d(data), 80)
    train['news'] = []
    if gold and os.path.exists(os.path.join(gold, 'names-train.ndjson')):
        train['news'] = marked_names(data, os.path.join(gold, 'names-train.ndjson'))
    if test_names:
        dev['news-test'] = marked_names(data, os.path.join(gold, 'names.ndjson'))       # measured on, never learnt from
    for s in [*train['silver'], *train['gum'], *train['ewt']]:
        s.pop('e', None)
    with open(os.path.join(work, 'sentences.pickle'), 'wb') as f:
        pickle.dump({**train, **dev, 'measured on': (kept_apart, in_test)}, f)

    lines = [' '.join(s['w']) for part in train.values() for s in part]
    with corpus.open_text(os.path.join(data, 'text', 'unlabelled.txt.gz')) as f:
        raw = f.read().splitlines()
    raw += [r['text'] for r in corpus.read_ndjson(os.path.join(data, 'events', 'synthetic-stories.ndjson.gz'))]
    for name in ('plv-train', 'cameo-class-train'):
        raw += [r.get('text') or r.get('sentence') or '' for r in corpus.read_ndjson(os.path.join(data, 'events', name + '.ndjson'))]
    for t in raw:
        lines += [' '.join(w for _, _, w in corpus.tokens_of(p)) for p in SENTENCE_END.split(t)]
    with gzip.open(os.path.join(work, 'text.txt.gz'), 'wt', encoding='utf-8') as f:
        f.write('\n'.join(x for x in lines if x) + '\n')
    print({k: len(v) for k, v in train.items()}, 'text lines', len(lines), 'held articles', len(held))


if __name__ == '__main__':
    main(sys.argv[1])
