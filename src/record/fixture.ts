/** A reading of a few rows for tests: one sentence, in which somebody says something. */
import type { Reading } from '../reading.ts'
import type { Snapshot } from './manifest.ts'
import { openDuckDB } from './query.ts'
import type { Batch } from './segment.ts'

export const READER = '1.0-test'
export const ADDED = '2026-11-24T10:00:00.000Z'

export function readingFor(id: string, word = id): Reading {
  const text = `Ruritania “will open ${word}”, its envoy said. 😀`
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const source = { ...at('Ruritania'), actor: 'rur', country: 'RUR' }
  return {
    id,
    source: { uri: `${id}.txt`, format: 'text' },
    published: '2016-07-14',
    language: 'en',
    text,
    captions: [],
    sentences: [{ start: 0, end: text.length }],
    actors: [{ id: 'rur', name: 'Ruritania', kind: 'state', country: 'RUR', mentions: [at('Ruritania')] }],
    statements: [
      {
        id: 's1',
        source,
        sourcing: 'named',
        cue: at('said'),
        content: [at(`will open ${word}`)],
        form: 'direct',
        act: 'say',
        confidence: 0.9,
      },
    ],
    events: [
      {
        id: 'e1',
        type: 'AGREE',
        contexts: [],
        cameo: '057',
        goldstein: 8,
        quad: 1,
        source: [source],
        target: [{ ...at('envoy'), country: 'STR' }],
        trigger: [at('open')],
        factuality: 'asserted',
        statement: 's1',
        primary: true,
        confidence: 0.5,
        rule: 'agree',
      },
    ],
    commitments: [],
    warnings: [],
  }
}

/** A batch of readings, each from an input whose key is "k-" and its id. */
export const batchOf = (readings: readonly Reading[], reader = READER): Batch => ({
  readings: readings.map((reading) => ({ reading, provenance: { input: `k-${reading.id}`, reader, added: ADDED } })),
  inputs: readings.map(({ id, source }) => ({
    input: `k-${id}`,
    document: id,
    outcome: 'added',
    uri: source.uri,
    reader,
    added: ADDED,
  })),
  errors: [],
})

/** What a question gives of a record, cells as JSON. */
export async function rows(record: Snapshot, sql: string) {
  const connection = await openDuckDB(record)
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson()
  } finally {
    connection.closeSync()
  }
}

/** How many documents, statements and inputs a record has, and how many different documents. */
export async function countsOf(record: Snapshot) {
  const sql = `SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM statements), (SELECT count(*) FROM inputs),
    (SELECT count(DISTINCT id) FROM documents)`
  const [documents, statements, inputs, distinct] = (await rows(record, sql))[0]!.map(Number) as [
    number,
    number,
    number,
    number,
  ]
  return { documents, statements, inputs, distinct }
}
