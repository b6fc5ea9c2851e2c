/**
 * The sources room: where articles come from. Files, folders, globs and standard input, gzipped or not, and the web, in; one
 * `Input` an article, out, in the order given. What cannot be opened comes out as an `Input` with an error: nothing is lost.
 */
export { type ColumnMap, columnMap, fields as columnFields } from './databases/columns.ts'
export {
  type Feed,
  type FeedItem,
  type FeedReader,
  type Look,
  lookAt,
  startFeedReader,
} from './feeds/index.ts'
export { type Input, type InputFormat, inputFormats } from './input.ts'
export { extentOf, openSources } from './open.ts'
export { DEFAULT_MAX_BYTES, type Notice, type SourceOptions } from './options.ts'
export type { Selection } from './warc/index.ts'
export { addressKey, plainAddress } from './web/address.ts'
export { fetchPage, isPassing, openWeb, type Web, type WebOptions, webAddress } from './web/index.ts'
