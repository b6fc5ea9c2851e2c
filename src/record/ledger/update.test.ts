import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { CommitmentKind, Mention, Reading, Span } from '../../reading.ts'
import { batchOf } from '../fixture.ts'
import { openWriter, type Writer } from '../writer.ts'
import { openLedger } from './store.ts'

const folders: string[] = []
afterAll(() => {
  for (const it of folders) rmSync(it, { recursive: true, force: true })
})
const newWriter = () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-update-'))
  folders.push(folder)
  return openWriter(folder)
}

/** Chance that is the same on every run (mulberry32). */
function chanceFrom(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const of = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
  return { next, of }
}

const kinds: CommitmentKind[] = [
  'threat',
  'promise',
  'offer',
  'demand',
  'refusal',
  'agreement',
  'red-line',
  'ultimatum',
]
const parties = ['Ruritania', 'Strelsau', 'Zenda', 'somebody']
const verbs = ['close', 'seize', 'open', 'free']
const things = ['mountain border', 'harbour lorries', 'fishing fleet pilots', 'grain barges', 'border lorries']

/** A reading of two sentences: a commitment, and perhaps a deed, of few words, so that many are alike. */
function readingOf(id: string, seed: number): Reading {
  const { next, of } = chanceFrom(seed)
  const [kind, by, to, verb, thing] = [of(kinds), of(parties), of(parties), of(verbs), of(things)]
  const bare = next() < 0.15
  const first = `${by} told ${to} it would ${bare ? 'do' : `${verb} the ${thing}`} if ${to} ${of(verbs)} the ${of(things)}.`
  const [doer, sufferer, deed, done] = [of(parties), of(parties), of(verbs), of(things)]
  const second = `${doer} ${deed} the ${done} of ${sufferer}.`
  const text = `${first}\n\n${second}`
  const at = (words: string, from = 0): Span => {
    const start = text.indexOf(words, from)
    return { start, end: start + words.length }
  }
  const who = (name: string, span: Span): Mention =>
    name === 'somebody'
      ? span
      : { ...span, actor: name.slice(0, 3).toLowerCase(), country: name.slice(0, 3).toUpperCase() }
  const month = 1 + Math.floor(next() * 3)
  const day = next() < 0.15 ? undefined : `2016-0${month}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`
  const middle = first.length + 2
  const condition = at('if ')
  return {
    id,
    source: { format: 'text' },
    ...(day && { published: day }),
    language: 'en',
    text,
    captions: [],
    sentences: [
      { start: 0, end: first.length },
      { start: middle, end: text.length },
    ],
    actors: [],
    statements: [],
    events: [
      {
        id: 'e1',
        type: 'COERCE',
        contexts: [],
        cameo: '170',
        goldstein: -5,
        quad: 4,
        source: [who(doer, at(doer, middle))],
        target: next() < 0.5 ? [who(sufferer, at(sufferer, middle + doer.length))] : [],
        trigger: [at(deed, middle)],
        factuality: next() < 0.8 ? 'asserted' : 'negated',
        primary: true,
        confidence: 0.7,
        rule: 'coerce',
      },
    ],
    commitments: [
      {
        id: 'c1',
        kind,
        source: [who(by, at(by))],
        target: next() < 0.7 ? [who(to, at(to, by.length))] : [],
        about: bare ? at('do') : at(`${verb} the ${thing}`),
        ...(next() < 0.5 && { condition: { start: condition.start, end: first.length - 1 } }),
        ...(next() < 0.3 && { deadline: { ...at('told'), date: of(['2016-03-20', '2016-06-20']) } }),
        history: [
          {
            status: next() < 0.7 ? 'open' : of(['kept', 'broken', 'carried-out']),
            evidence: at('told'),
            ...(day && { date: day }),
          },
        ],
        confidence: 0.8,
        rule: 'verb.promise',
      },
    ],
    warnings: [],
  }
}

/** The whole ledger of a record, row by row. */
async function ledgerIn({ record }: Writer): Promise<Record<string, unknown[]>> {
  const { connection } = await openLedger(record)
  const rows: Record<string, unknown[]> = {}
  for (const [table, order] of [
    ['ledger_rows', 'id'],
    ['ledger_reports', 'ledger, sequence'],
    ['ledger_steps', 'ledger, n'],
  ] as const) {
    rows[table] = (await connection.runAndReadAll(`FROM ${table} ORDER BY ${order}`)).getRowsJson()
  }
  connection.closeSync()
  return rows
}

describe('a ledger that grows with its record', () => {
  test.each([1, 2])(
    'is the same as one made from nothing, in whatever order and batches articles come (%i)',
    async (seed) => {
      const { next } = chanceFrom(seed * 7919)
      // Every seventh is a copy of the one before it, under another id and perhaps on another day.
      const readings = Array.from({ length: 40 }, (_, n) => {
        const reading = readingOf(`d${n}`, seed * 1000 + (n % 7 === 6 ? n - 1 : n))
        return n % 7 === 6 && next() < 0.5 ? { ...reading, published: '2016-01-01' } : reading
      })
      const [grown, whole] = [await newWriter(), await newWriter()]
      await whole.append(batchOf(readings))
      const shuffled = readings
        .map((reading) => ({ reading, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ reading }) => reading)
      for (let from = 0; from < shuffled.length; ) {
        const size = 1 + Math.floor(next() * (from === 0 ? 20 : 9))
        await grown.append(batchOf(shuffled.slice(from, from + size)))
        from += size
        if (from < 30) await ledgerIn(grown)
      }
      const ledger = await ledgerIn(whole)
      expect(ledger.ledger_rows!.length).toBeGreaterThan(15)
      expect(await ledgerIn(grown)).toEqual(ledger)
      // Segments written anew as one, and documents that are superseded.
      await grown.merge([grown.record.manifest.segments.slice(1)], () => {})
      expect(await ledgerIn(grown)).toEqual(ledger)
      const gone = { documents: ['d3', 'd20'], inputs: ['k-d3', 'k-d20'] }
      await grown.append(batchOf([readingOf('d3', seed * 31), readingOf('d20', seed * 37)]), gone)
      const other = await newWriter()
      await other.append(
        batchOf(
          readings.map((it) =>
            it.id === 'd3' ? readingOf('d3', seed * 31) : it.id === 'd20' ? readingOf('d20', seed * 37) : it,
          ),
        ),
      )
      expect(await ledgerIn(grown)).toEqual(await ledgerIn(other))
      for (const writer of [grown, whole, other]) writer.close()
    },
    180_000,
  )
})
