/** A record at a glance. */

import { rowsIn, type Snapshot } from './manifest.ts'
import { damage, openDuckDB } from './query.ts'
import { allTables } from './tables.ts'

export interface Status {
  folder: string
  segments: number
  /** On disk, in bytes. */
  bytes: number
  /** Rows by table. */
  rows: Record<string, number>
  /** First and last day of its documents; null when none has one. */
  from: string | null
  to: string | null
  /** How many documents there are of each language, outlet and reader, the most first. */
  languages: Share[]
  outlets: Share[]
  readers: Share[]
  /** How many inputs could not be read, by error code. */
  errors: Share[]
  /** Inputs that were further copies of a document. */
  copies: number
  /** Inputs and documents that were forgotten. */
  forgotten: number
}
export interface Share {
  name: string | null
  count: number
}

/**
 * What there is in a record.
 *
 * @throws OnrecordError E_SEGMENT
 */
export async function statusOf(record: Snapshot): Promise<Status> {
  const { folder, manifest } = record
  const connection = await openDuckDB(record)
  try {
    const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson()
    const shares = async (column: string, table: string): Promise<Share[]> =>
      (await rowsOf(`SELECT ${column}, count(*) AS n FROM ${table} GROUP BY ALL ORDER BY n DESC, 1`)).map(
        ([name, n]) => ({
          name: name as string | null,
          count: Number(n),
        }),
      )
    const [days] = await rowsOf('SELECT min(day), max(day) FROM documents')
    const [copies] = await rowsOf("SELECT count(*) FROM inputs WHERE outcome = 'copy'")
    const corrected = new Set(
      record.corrections?.flatMap(({ table }) => [table, ...(table === 'commitments' ? ['history'] : [])]),
    )
    const files = manifest.segments.flatMap(({ tables }) => Object.values(tables))
    return {
      folder,
      segments: manifest.segments.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      rows: Object.fromEntries(
        await Promise.all(
          allTables.map(async ({ name }) => [
            name,
            // Rows that people left out are not counted; where there are none, the manifest knows.
            corrected.has(name) ? Number((await rowsOf(`SELECT count(*) FROM ${name}`))[0]![0]) : rowsIn(record, name),
          ]),
        ),
      ),
      from: days![0] as string | null,
      to: days![1] as string | null,
      languages: await shares('language', 'documents'),
      outlets: await shares('outlet', 'documents'),
      readers: await shares('reader', 'documents'),
      errors: await shares('code', 'errors'),
      copies: Number(copies![0]),
      forgotten: manifest.forgotten.length,
    }
  } catch (error) {
    throw damage(record, error)
  } finally {
    connection.closeSync()
  }
}
