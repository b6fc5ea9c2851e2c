/**
 * The tables of the record as data: what `docs/data-dictionary.md` documents and what every Parquet file holds.
 * Offsets count UTF-16 code units into `documents.text`, end exclusive, as in a Reading; beside every span stands its text.
 */
import { type Column, type Table, table } from './column.ts'

/** Columns of a place in the text: two offsets and its words. */
const place = <Name extends string>(name: Name, what: string) =>
  [
    [`${name}_start`, 'int', `Where ${what} begins.`],
    [`${name}_end`, 'int', `Where it ends.`],
    [`${name}_text`, 'text', 'Its words.'],
  ] as const

/** Columns of the first of several mentions, for those who want one row, one source and one target. */
const party = <Name extends string>(name: Name, what: string) =>
  [
    [`${name}_actor`, 'text', `Id in actors of ${what}; null when not resolved.`],
    [`${name}_name`, 'text', `Name of ${what} as in actors, else the words of the text.`],
    [`${name}_country`, 'text', `Country of ${what}, ISO 3166-1 alpha-3.`],
    [`${name}_sector`, 'text', `PLOVER sector of ${what}.`],
  ] as const

const published = ['published', 'day', "The document's day, as in documents.day; null when it has none."] as const
const document = ['document', 'text', 'Id in documents.'] as const
const sentence = [
  'sentence',
  'int',
  'Number in sentences of the sentence in which it begins; null when in none.',
] as const
const confidence = ['confidence', 'real', 'From 0 to 1.'] as const

export const documents = table(
  'documents',
  'An article.',
  [
    ['id', 'text', 'Given with the input, or the sha-256 of the normalised text.'],
    ['uri', 'text', 'File path as given, or address.'],
    ['outlet', 'text', 'Who published it.'],
    ['format', 'text', 'What the input was, as --from takes it: text, html, warc, nexis, csv …'],
    ['retrieved', 'text', 'When it was fetched, ISO 8601; null for files.'],
    ['title', 'text', 'Headline.'],
    ['byline', 'text', 'Who wrote it, as printed.'],
    ['published', 'text', 'Day or instant as published, ISO 8601, with the zone it came with.'],
    ['day', 'day', 'The day of published, where it was published.'],
    ['language', 'text', 'BCP 47; "und" when it cannot be told.'],
    ['text', 'text', 'Body paragraphs with a blank line between. All offsets count into it.'],
    ['captions', 'texts', 'Captions of its pictures.'],
    ['warnings', 'warnings', 'What the reader should mind; codes in docs/errors.md.'],
    ['input', 'text', 'Key of the input it was read from, as in inputs.'],
    ['reader', 'text', 'Version of onrecord, its models and word lists that read it.'],
    ['added', 'instant', 'When it was added, UTC.'],
  ],
  'id',
)

/** Few rows a group: search looks single sentences up. */
export const sentences = {
  ...table('sentences', 'A sentence of a document.', [
    document,
    ['n', 'int', 'Its number in the document, from 0.'],
    ['start_char', 'int', 'Where it begins.'],
    ['end_char', 'int', 'Where it ends.'],
    ['text', 'text', 'Its words.'],
  ]),
  layout: { rowsPerGroup: 4096 },
}

export const actors = table('actors', 'Somebody whom a document names.', [
  document,
  ['n', 'int', 'Its place among the actors of the document, from 0.'],
  ['id', 'text', 'Stable across documents for actors of the registry; "x-…" for those known from this text only.'],
  ['name', 'text', 'The name shown.'],
  ['kind', 'text', 'person, state, organisation, group or unnamed.'],
  ['country', 'text', 'ISO 3166-1 alpha-3.'],
  ['sector', 'text', 'PLOVER sector.'],
  ['qid', 'text', 'Wikidata item.'],
])

export const mentions = table('mentions', 'A place in a document that names an actor.', [
  document,
  ['actor', 'text', 'Id in actors of the same document.'],
  ['n', 'int', 'Its number among the mentions of the actor, from 0.'],
  sentence,
  ['start_char', 'int', 'Where it begins.'],
  ['end_char', 'int', 'Where it ends.'],
  ['text', 'text', 'Its words.'],
])

export const statements = table('statements', 'Somebody says something.', [
  document,
  ['id', 'text', 'Unique in the document: s1, s2, … in text order.'],
  published,
  sentence,
  ...party('source', 'who said it'),
  ...place('source', 'the mention of who said it; all three null when the text names nobody'),
  ...place('cue', 'what reports it ("said"); null for a bare quotation'),
  ['content', 'spans', 'What was said, without the outer quotation marks; several fragments when split.'],
  ['content_text', 'text', 'Its words, fragments parted by " … ".'],
  ['form', 'text', 'direct: all of it quoted; indirect: none of it; mixed: some words quoted.'],
  ['act', 'text', 'Kind of speech act: say, claim, deny, accuse, warn, promise, demand, …'],
  ['sourcing', 'text', 'On whose word: named, office, unnamed, document, outlet, crowd or none.'],
  ['polarity', 'text', 'denied: the speaker speaks against the content; unsaid: it was not said; null: it was said.'],
  ['within', 'text', 'Id of the statement of the same document that this one is reported in.'],
  ...party('via', 'the outlet that it was said to and is quoted from'),
  ...place('via', 'the mention of that outlet'),
  ...place('venue', 'where it was said ("in an interview with …")'),
  confidence,
  ['rule', 'text', 'Id of the rule that read it, as in lexicon/statements.'],
])

export const events = table('events', 'Somebody does something to somebody.', [
  document,
  ['id', 'text', 'Unique in the document: e1, e2, … in text order.'],
  published,
  ['date', 'day', 'Day of the event where the text tells it.'],
  sentence,
  ['type', 'text', "PLOVER event type, or a type of a user's ontology."],
  ['mode', 'text', 'PLOVER mode, for types that have modes.'],
  ['contexts', 'texts', 'PLOVER contexts.'],
  ['cameo', 'text', 'CAMEO code as text, so that leading zeros live; null where an ontology has none.'],
  ['goldstein', 'real', 'Goldstein scale of the code, -10 (conflict) to 10 (cooperation).'],
  ['quad', 'int', '1 verbal, 2 material cooperation; 3 verbal, 4 material conflict.'],
  ...party('source', 'who did it, the first of sources'),
  ...party('target', 'to whom, the first of targets'),
  ['sources', 'mentions', 'Everybody who did it.'],
  ['targets', 'mentions', 'Everybody to whom it was done.'],
  ['trigger', 'spans', 'The words that tell the deed.'],
  ['trigger_text', 'text', 'Those words, fragments parted by " … ".'],
  ['factuality', 'text', 'asserted, future, hypothetical, negated or historical.'],
  ['statement', 'text', 'Id of the statement whose content holds the event: then it is a claim, not a fact.'],
  ...place('place', 'where it happened'),
  ['place_country', 'text', 'Its country, ISO 3166-1 alpha-3.'],
  ['main', 'bool', "Whether it is its sentence's main event."],
  confidence,
  ['rule', 'text', 'Id of the pattern that read it, as in lexicon/events.'],
])

export const commitments = table('commitments', 'Somebody offers, promises, threatens or demands something.', [
  document,
  ['id', 'text', 'Unique in the document: c1, c2, … in text order.'],
  published,
  sentence,
  ['kind', 'text', 'offer, promise, threat, red-line, demand, ultimatum, refusal or agreement.'],
  ['status', 'text', 'What became of it as far as the document tells: the last status of its history, else open.'],
  ...party('source', 'who is committed, the first of sources'),
  ...party('target', 'to whom, the first of targets'),
  ['sources', 'mentions', 'Everybody who is committed.'],
  ['targets', 'mentions', 'Everybody to whom.'],
  ...place('about', 'what is offered, promised, threatened or demanded'),
  ...place('condition', '"if …", "unless …", "once …"'),
  ...place('deadline', 'by when'),
  ['deadline_date', 'day', 'The day the deadline resolves to.'],
  ['strength', 'text', 'final, firm, tentative or leaked, where words beside it say so.'],
  ['statement', 'text', 'Id of the statement it stands in or is made by.'],
  ['event', 'text', 'Id of the event that tells it.'],
  confidence,
  ['rule', 'text', 'Id of the rule that read it, as in lexicon/commitments.'],
])

export const history = table('history', 'A step in what became of a commitment.', [
  document,
  ['commitment', 'text', 'Id in commitments of the same document.'],
  ['n', 'int', 'Its number in the history of the commitment, from 0.'],
  published,
  [
    'status',
    'text',
    'open, accepted, rejected, kept, broken, carried-out, withdrawn, renewed, lapsed, superseded, not-yet, condition-met.',
  ],
  ['date', 'day', 'Day on which the text says so.'],
  ...place('evidence', 'what says so'),
  ['statement', 'text', 'Id of the statement that says so: on whose word.'],
  ['rule', 'text', 'Id of the rule that read it, as in lexicon/commitments; null for a first report.'],
])

export const inputs = table('inputs', 'An input that was given and read: what a copy says of itself stays known.', [
  ['input', 'text', 'Key of the input: sha-256 of its bytes and of what was given with it.'],
  ['document', 'text', 'Id of the document it became or is a copy of.'],
  ['outcome', 'text', 'added: its document was read from it; copy: a document of that id was there already.'],
  ['uri', 'text', 'File path as given, or address.'],
  ['outlet', 'text', 'Who published it.'],
  ['published', 'text', 'Day or instant, ISO 8601.'],
  ['reader', 'text', 'Version of onrecord, its models and word lists that read it.'],
  ['added', 'instant', 'When it was given, UTC.'],
])

export const errors = table('errors', 'An input that could not be read.', [
  ['input', 'text', 'Key of the input, as in inputs.'],
  ['document', 'text', 'Id given with the input; null when none was.'],
  ['uri', 'text', 'File path as given, with ":line" for a row of NDJSON.'],
  ['code', 'text', 'What went wrong, as in docs/errors.md.'],
  ['message', 'text', 'Where, and what to do.'],
  ['reader', 'text', 'Version of onrecord that failed to read it.'],
  ['added', 'instant', 'When it was given, UTC.'],
])

/** Every table of the record, by name. */
export const tables = {
  documents,
  sentences,
  actors,
  mentions,
  statements,
  events,
  commitments,
  history,
  inputs,
  errors,
}
export type TableName = keyof typeof tables

/** The tables in the order in which they are documented and written. */
export const allTables: readonly Table<readonly Column[]>[] = Object.values(tables)
