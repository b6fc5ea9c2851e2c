/**
 * The exports room: readings and records in the formats that the field uses, one file a format, with `datapackage.json` beside them.
 * `docs/guide/exports.md` says what each format can and cannot hold.
 */
import { brat } from './brat.ts'
import { conllu } from './conllu.ts'
import { followTheMoney } from './follow-the-money.ts'
import type { Format } from './format.ts'
import { gdelt } from './gdelt.ts'
import { gqg } from './gqg.ts'
import { icews } from './icews.ts'
import { petrarch } from './petrarch.ts'
import { polecat } from './polecat.ts'
import { schemaOrg } from './schema-org.ts'
import { csv as csvTables, ndjson as ndjsonTables, parquet, type TableFormat } from './tables.ts'
import { webAnnotation } from './web-annotation.ts'

export { type ExportOptions, type Format, type Sink, type Widening, widenings } from './format.ts'
export { type Cell, csv, csvCell, json, ndjson, textOf } from './rows.ts'
export { folderSink, type OpenSink, sinkAt, streamSink } from './sink.ts'
export type { TableFormat } from './tables.ts'
export { version } from './version.ts'
export { conditionOf, type Filter, openChosen } from './where.ts'

/** Formats written from a record's tables. */
export const tableFormats: readonly TableFormat[] = [csvTables, ndjsonTables, parquet]

/** Formats written from readings. */
export const readingFormats: readonly Format[] = [
  ...[petrarch, icews, gdelt, polecat],
  ...[gqg, webAnnotation, schemaOrg, followTheMoney],
  ...[brat, conllu],
]
