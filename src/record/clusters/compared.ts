/** The texts of a segment compared with one another and with those that were there before. */
import type { DuckDBBlobValue, DuckDBConnection } from '@duckdb/node-api'
import type { Reading } from '../../reading.ts'
import type { RowOf } from '../column.ts'
import { filesOf, type Snapshot } from '../manifest.ts'
import { literal } from '../values.ts'
import { COPY_SHARE, likenessOf } from './likeness.ts'
import { bandsOf, type Comparable } from './pairs.ts'
import { shinglesOf } from './shingles.ts'
import { signedIn } from './signed.ts'
import { type likenesses, signatures } from './tables.ts'

/** The pairs of texts that carry one report, of which at least one is of these readings. */
export async function likenessesIn(
  readings: readonly Reading[],
  before: Snapshot,
  connection: DuckDBConnection,
): Promise<RowOf<typeof likenesses>[]> {
  const own = new Map<string, Comparable>()
  for (const { document, fingerprint, keys } of signedIn(readings)) {
    if (fingerprint && !own.has(fingerprint)) own.set(fingerprint, { document, fingerprint, keys })
  }
  const bands = bandsOf([...own.values()])
  const pairs: [Comparable, Comparable][] = []
  for (const text of own.values()) {
    for (const other of bands.sharing(text)) if (other.fingerprint < text.fingerprint) pairs.push([text, other])
  }
  const old = new Map<string, Comparable>()
  for await (const other of comparableIn(before, connection)) {
    // The same text again: what is like the one is like the other.
    if (own.has(other.fingerprint) || old.has(other.fingerprint)) continue
    const alike = bands.sharing(other)
    if (alike.length > 0) old.set(other.fingerprint, other)
    for (const text of alike) pairs.push([text, other])
  }
  const given = new Map(readings.map(({ id, text }) => [id, text]))
  const kept = await textsOf(
    before,
    [...old.values()].map(({ document }) => document),
    connection,
  )
  const shingles = new Map<string, Uint32Array>()
  /** The shingles of a text in order, for those that are compared: few are. */
  function shinglesFor({ document, fingerprint }: Comparable): Uint32Array {
    const found = shingles.get(fingerprint)
    if (found) return found
    const sorted = shinglesOf(given.get(document) ?? kept.get(document) ?? '').sort()
    shingles.set(fingerprint, sorted)
    return sorted
  }
  return pairs.flatMap(([text, other]) => {
    const likeness = likenessOf(shinglesFor(text), shinglesFor(other))
    const { document, fingerprint } = text
    return likeness < COPY_SHARE ? [] : [{ document, fingerprint, other: other.fingerprint, likeness }]
  })
}

async function* comparableIn(record: Snapshot, connection: DuckDBConnection): AsyncGenerator<Comparable> {
  const files = filesOf(record, signatures.name).map(literal)
  if (files.length === 0) return
  const result = await connection.stream(
    `SELECT document, fingerprint, keys FROM read_parquet([${files.join(', ')}]) WHERE fingerprint IS NOT NULL`,
  )
  for await (const rows of result.yieldRows()) {
    for (const [document, fingerprint, keys] of rows) {
      const { bytes } = keys as DuckDBBlobValue
      yield {
        document: String(document),
        fingerprint: String(fingerprint),
        keys: new Uint32Array(Uint8Array.from(bytes).buffer),
      }
    }
  }
}

async function textsOf(
  record: Snapshot,
  ids: readonly string[],
  connection: DuckDBConnection,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const files = filesOf(record, 'documents').map(literal)
  const result = await connection.runAndReadAll(
    `SELECT id, "text" FROM read_parquet([${files.join(', ')}]) WHERE id IN (${ids.map(literal).join(', ')})`,
  )
  return new Map(result.getRows().map(([id, text]) => [String(id), String(text)]))
}
