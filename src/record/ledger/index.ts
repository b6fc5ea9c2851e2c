/**
 * The ledger: what was promised, and what became of it, through the whole record. `build` is the rule of it, a pure function of the
 * reports; `store` keeps what it gives beside the record; `views` answers what people ask.
 */
export { ledgerOf } from './build.ts'
export { deedsIn, reportsIn } from './load.ts'
export type { Entry, Report } from './model.ts'
export { ledgerParty } from './party.ts'
export { addLedger, dropLedgers, openLedger } from './store.ts'
export { ledgerViews } from './views.ts'
