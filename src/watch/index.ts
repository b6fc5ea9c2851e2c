/**
 * The watch room: feeds are looked at again and again, what is new in them is read from its own page and added to a record, once.
 * `visit.ts` says what is new in a feed, `cycle.ts` keeps it, `state.ts` remembers, `schedule.ts` says when to look again.
 */
export type { Cycle, Readers } from './cycle.ts'
export { type WatchOptions, watch } from './watch.ts'
