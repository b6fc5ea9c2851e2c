/** One article with all that was read from it, and what is known of it beside. */
import type { Reading } from '../reading.ts'
import { literal } from '../record/index.ts'
import { type CorrectionShown, correctionsOf } from './corrections.ts'
import type { Cells, Held } from './held.ts'

export interface DocumentAnswer {
  readonly reading: Reading
  /** Version of onrecord that read it, and when. */
  readonly reader: string
  readonly added: string
  /** Further inputs that carry the same text. */
  readonly copies: readonly Cells[]
  /** Corrections of its rows, those that were undone too, the latest first. */
  readonly corrections: readonly CorrectionShown[]
}

/** The document of that id; undefined when it is not on record. */
export async function documentOf(held: Held, id: string): Promise<DocumentAnswer | undefined> {
  const reading = await held.reading(id)
  if (!reading) return undefined
  const is = literal(id)
  const [provenance] = await held.rowsOfOne(`SELECT reader, added FROM documents WHERE id = ${is}`)
  return {
    reading,
    reader: String(provenance!.reader),
    added: String(provenance!.added),
    copies: await held.rowsOfOne(
      `SELECT uri, outlet, published, added FROM inputs WHERE document = ${is} AND outcome = 'copy' ORDER BY added`,
    ),
    corrections: await correctionsOf(held, id),
  }
}
