/**
 * The sources room: where articles come from. Files, folders, globs and standard input, gzipped or not, and the web, in; one
 * `Input` an article, out, in the order given. What cannot be opened comes out as an `Input` with an error: nothing is lost.
 */
export { type Input, type InputFormat, inputFormats } from './input.ts'
export { DEFAULT_MAX_BYTES, extentOf, openSources, type SourceOptions } from './open.ts'
export { addressKey } from './web/address.ts'
export type { WebOptions } from './web/index.ts'
