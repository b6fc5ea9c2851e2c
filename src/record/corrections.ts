/**
 * What people corrected: beside the record, in a file that only grows. The machine's reading stays as it is; corrections are applied
 * where a record is looked at or exported, and undone by one more line.
 */
import { randomUUID } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { OnrecordError } from '../errors.ts'
import { ActorKind, CommitmentKind, Factuality, Form, Polarity, Sourcing } from '../reading.ts'
import { storageError } from './disk.ts'
import type { Snapshot } from './manifest.ts'

const someOf = <Schema extends z.ZodType<object>>(schema: Schema) =>
  schema.refine((changes) => Object.keys(changes).length > 0, 'nothing is changed')

/** Somebody, as they stand in actors: who speaks or acts instead of whom the machine took the words for. */
const Party = z.strictObject({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(500),
  kind: ActorKind,
  country: z.string().length(3).optional(),
  sector: z.string().min(1).max(40).optional(),
})
export type Party = z.infer<typeof Party>

/** Columns that may be corrected, with what they may be: codes that a reader can judge by the words, and who the words are about. */
export const correctable = {
  statements: someOf(
    z
      .strictObject({
        act: z.string().regex(/^[a-z-]{1,40}$/),
        form: Form,
        sourcing: Sourcing,
        polarity: Polarity.nullable(),
        source: Party,
      })
      .partial(),
  ),
  events: someOf(
    z
      .strictObject({
        type: z.string().regex(/^[A-Z_]{1,40}$/),
        mode: z.string().max(40).nullable(),
        cameo: z.string().regex(/^\d{2,4}$/),
        goldstein: z.number().min(-10).max(10),
        quad: z.number().int().min(1).max(4),
        factuality: Factuality,
        source: Party,
        target: Party,
      })
      .partial(),
  ),
  commitments: someOf(z.strictObject({ kind: CommitmentKind, source: Party, target: Party }).partial()),
}
export type CorrectedTable = keyof typeof correctable

const words = z.string().trim().min(1).max(1000)
const place = { document: z.string().min(1).max(2000), row: z.string().regex(/^[sec]\d+$/) }
const by = { who: words.max(200), why: words }
const at = <Name extends CorrectedTable>(table: Name) => [
  z.strictObject({ action: z.literal('reject'), table: z.literal(table), ...place, ...by }),
  z.strictObject({ action: z.literal('merge'), table: z.literal(table), ...place, into: place.row, ...by }),
  z.strictObject({
    action: z.literal('correct'),
    table: z.literal(table),
    ...place,
    changes: correctable[table],
    ...by,
  }),
]

/**
 * What may be asked: that a row be rejected, be counted with another of its document, have other codes; or that an earlier correction
 * be undone.
 */
export const CorrectionAsked = z.union([
  ...at('statements'),
  ...at('events'),
  ...at('commitments'),
  z.strictObject({ action: z.literal('undo'), undoes: z.uuid(), who: by.who, why: words.optional() }),
])
export type CorrectionAsked = z.infer<typeof CorrectionAsked>
export type Correction = CorrectionAsked & { id: string; at: string }
export type RowCorrection = Exclude<Correction, { action: 'undo' }>

export const correctionsPath = (folder: string): string => join(folder, 'corrections.ndjson')

/**
 * All corrections of a record, the earliest first.
 *
 * @throws OnrecordError E_CORRECTIONS for a line that is none
 */
export async function correctionsIn(folder: string): Promise<Correction[]> {
  const path = correctionsPath(folder)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw storageError(path, error)
  })
  // A line that a power cut left half is no correction: its writer was never told that it stands.
  const lines = text.split('\n').slice(0, -1)
  return lines.flatMap((line, n) => {
    if (line === '') return []
    try {
      const { id, at, ...asked } = JSON.parse(line)
      return [{ ...CorrectionAsked.parse(asked), id: z.string().parse(id), at: z.string().parse(at) }]
    } catch (cause) {
      throw new OnrecordError('E_CORRECTIONS', `${path}:${n + 1} is no correction. Mend or delete the line.`, { cause })
    }
  })
}

/** Corrections that hold: those that were not undone, for each row the latest word on it. */
export function holding(all: readonly Correction[]): RowCorrection[] {
  const undone = new Set(all.flatMap((it) => (it.action === 'undo' ? [it.undoes] : [])))
  return all.filter((it): it is RowCorrection => it.action !== 'undo' && !undone.has(it.id))
}

/** Adds a correction and has it on the disk; gives it back as it is kept. */
export async function addCorrection(folder: string, asked: CorrectionAsked): Promise<Correction> {
  const correction = { id: randomUUID(), at: new Date().toISOString(), ...asked } as Correction
  const path = correctionsPath(folder)
  try {
    const file = await open(path, 'a+')
    try {
      // What a power cut left half is no correction, and would spoil this one.
      await file.truncate(lengthOfLines(await file.readFile()))
      await file.appendFile(`${JSON.stringify(correction)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw storageError(path, error)
  }
  return correction
}

const lengthOfLines = (bytes: Buffer): number => bytes.lastIndexOf('\n') + 1

/** A record as people see it: with the corrections that hold. */
export async function withCorrections(record: Snapshot): Promise<Snapshot> {
  return { ...record, corrections: holding(await correctionsIn(record.folder)) }
}
