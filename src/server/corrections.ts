/** Corrections over HTTP: all there were, one more, one undone. */
import type { Hono } from 'hono'
import { z } from 'zod'
import { OnrecordError } from '../errors.ts'
import { addCorrection, type Correction, CorrectionAsked, correctionsIn, literal } from '../record/index.ts'
import type { Held, HeldRecord } from './held.ts'

export interface CorrectionShown {
  readonly correction: Exclude<Correction, { action: 'undo' }>
  /** Who undid it, and when; absent while it holds. */
  readonly undone?: { readonly who: string; readonly at: string }
  readonly title: string | null
}

/** Adds the routes: GET and POST /api/corrections. */
export function addCorrections(app: Hono, record: HeldRecord): void {
  app.get('/api/corrections', (c) =>
    record.use(async (held) => {
      c.header('cache-control', 'no-store')
      return c.json({ rows: await correctionsOf(held) })
    }),
  )
  app.post('/api/corrections', (c) =>
    record.use(async (held) => {
      const asked = askedFrom(await c.req.json().catch(() => undefined))
      await checkThere(held, asked)
      return c.json(await addCorrection(held.snapshot.folder, asked), 201)
    }),
  )
}

/** Corrections, those that were undone too, the latest first. */
export async function correctionsOf(held: Held, document?: string): Promise<CorrectionShown[]> {
  const all = await correctionsIn(held.snapshot.folder)
  const undone = new Map(
    all.flatMap((it) => (it.action === 'undo' ? [[it.undoes, { who: it.who, at: it.at }] as const] : [])),
  )
  const rows = all
    .filter((it) => it.action !== 'undo')
    .filter((it) => document === undefined || it.document === document)
  const ids = [...new Set(rows.map(({ document }) => literal(document)))]
  const found =
    ids.length === 0 ? [] : await held.rows(`SELECT id, title FROM documents WHERE id IN (${ids.join(', ')})`)
  const titles = new Map(found.map(({ id, title }) => [id, title as string | null]))
  return rows
    .map((correction) => ({
      correction,
      undone: undone.get(correction.id),
      title: titles.get(correction.document) ?? null,
    }))
    .reverse()
}

/** @throws OnrecordError E_PARAMETER */
function askedFrom(body: unknown): CorrectionAsked {
  const read = CorrectionAsked.safeParse(body)
  if (read.success) return read.data
  throw new OnrecordError(
    'E_PARAMETER',
    `This is no correction: ${z.prettifyError(read.error).replace(/\s+/g, ' ').slice(0, 500)}`,
  )
}

/** @throws OnrecordError E_NO_PAGE when what is to be corrected, or undone, is not on record */
async function checkThere(held: Held, asked: CorrectionAsked): Promise<void> {
  if (asked.action === 'undo') {
    const all = await correctionsIn(held.snapshot.folder)
    if (!all.some(({ id }) => id === asked.undoes))
      throw new OnrecordError('E_NO_PAGE', `There is no correction ${asked.undoes}.`)
    return
  }
  const wanted = asked.action === 'merge' ? [asked.row, asked.into] : [asked.row]
  const found = await held.rows(
    `SELECT count(*)::INTEGER AS n FROM ${asked.table} WHERE document = ${literal(asked.document)} AND id IN (${wanted.map(literal).join(', ')})`,
  )
  if (found[0]!.n !== new Set(wanted).size || (asked.action === 'merge' && asked.row === asked.into)) {
    throw new OnrecordError(
      'E_NO_PAGE',
      `${asked.table} ${wanted.join(', ')} of document ${asked.document}: there is no such row.`,
    )
  }
  if (asked.action === 'correct') await checkWords(held, asked)
}

/** @throws OnrecordError E_PARAMETER where no words of the text name the party that is to be somebody else */
async function checkWords(
  held: Held,
  { table, document, row, changes }: Extract<CorrectionAsked, { action: 'correct' }>,
) {
  for (const side of ['source', 'target'].filter((it) => Object.hasOwn(changes, it))) {
    const words = table === 'statements' ? `${side}_text IS NOT NULL` : `len(${side}s) > 0`
    const [found] = await held.rows(
      `SELECT ${words} AS named FROM ${table} WHERE document = ${literal(document)} AND id = ${literal(row)}`,
    )
    if (!found!.named) {
      throw new OnrecordError('E_PARAMETER', `changes.${side}: no words of ${row} name anybody there; reject the row.`)
    }
  }
}
