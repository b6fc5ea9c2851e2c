/** WARC files: a stream of records in, pages out; or by an index, only those that are wanted. */
export { warcInputs } from './pages.ts'
export { selectedInputs } from './selected.ts'
export type { Selection } from './selection.ts'
