/**
 * The record room: readings kept on disk as immutable Parquet segments behind a manifest, and asked in SQL.
 * `tables.ts` says what is kept, `manifest.ts` where; `derived.ts` is the place for what is computed beside it.
 */

export { addressesIn } from './addresses.ts'
export { type Answer, ask, askToParquet, DEFAULT_SECONDS, type Limits } from './ask.ts'
export { type AtHand, keepAtHand } from './at-hand.ts'
export { checkRecord, type Finding } from './check.ts'
export * from './clusters/index.ts'
export { type Column, type ColumnType, type Row, type RowOf, sqlTypes, type Table, table } from './column.ts'
export { groupsOf } from './compact.ts'
export {
  addCorrection,
  type Correction,
  CorrectionAsked,
  correctionsIn,
  correctionsPath,
  type RowCorrection,
  withCorrections,
} from './corrections.ts'
export { dataDictionary } from './dictionary.ts'
export { replaceFile, sumOf } from './disk.ts'
export { findToForget, forget } from './forget.ts'
export { keyOf } from './input-key.ts'
export { type KeySet, keySet } from './key-set.ts'
export { type Acquaintance, forgottenKey, type Known, knownIn } from './known.ts'
export {
  addLedger,
  deedsIn,
  type Entry,
  ledgerOf,
  ledgerParty,
  ledgerViews,
  openLedger,
  reportsIn,
} from './ledger/index.ts'
export { lockRecord } from './lock.ts'
export { filesOf, manifestPath, openRecord, rowsIn, type Segment, type Snapshot } from './manifest.ts'
export { writeRows } from './parquet.ts'
export { currentSchema, openDatabase, openDuckDB, readingsOf } from './query.ts'
export * from './search/index.ts'
export type { Batch } from './segment.ts'
export { type Share, type Status, statusOf } from './status.ts'
export { tables } from './tables.ts'
export type { Provenance } from './to-rows.ts'
export { literal } from './values.ts'
export { type View, views } from './views.ts'
export { withoutActor } from './without-actor.ts'
export { type Gone, openWriter, type Writer } from './writer.ts'
