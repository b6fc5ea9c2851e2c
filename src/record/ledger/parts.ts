/** What of some segments the ledger is made from, taken out once and kept, so that the next ledger need not read them again. */
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { writeRows } from '../parquet.ts'
import { deedOf, followed, hooksOf, waitsFor } from './follow.ts'
import type { Deed, Report } from './model.ts'
import { partDeeds, partReports } from './tables.ts'
import { keysOf, taken } from './taken.ts'

/** The files of a part in a folder. */
export const filesOfPart = (folder: string, name: string) => ({
  reports: join(folder, `${name}.reports.parquet`),
  deeds: join(folder, `${name}.deeds.parquet`),
})

/** A text in 32 bits (FNV-1a, Fowler, Noll and Vo): two that meet by chance are told apart when they are compared. */
export function digestOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

const digests = (texts: readonly string[]) => [...new Set(texts.map(digestOf))]

export async function writePart(
  connection: DuckDBConnection,
  folder: string,
  name: string,
  reports: readonly Report[],
  deeds: readonly Deed[],
): Promise<void> {
  const files = filesOfPart(folder, name)
  const rows = reports.map((report) => {
    const it = taken(report)
    const { cluster: _, ...data } = report
    const keys = keysOf(report.source)
    const own = keys.length > 0 || report.kind !== 'agreement' ? keys : keysOf(report.target)
    return {
      document: report.document,
      commitment: report.commitment,
      sequence: it.order,
      keys: own.length > 0 ? own.join('+') : null,
      family: it.block.slice(it.block.lastIndexOf(' ') + 1),
      target: it.target,
      stems: digests(it.stems),
      hooks: digests(waitsFor(followed(it))),
      data: JSON.stringify(data),
    }
  })
  await writeRows(connection, partReports, rows, files.reports)
  const told = [...deeds, ...reports.flatMap((it) => deedOf(it) ?? [])].map((deed) => {
    const { cluster: _, ...data } = deed
    return {
      document: deed.document,
      answer: deed.kind === 'agreed' || deed.kind === 'refused',
      hooks: digests(hooksOf(deed)),
      data: JSON.stringify(data),
    }
  })
  await writeRows(connection, partDeeds, told, files.deeds)
}
