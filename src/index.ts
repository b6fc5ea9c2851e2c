/**
 * onrecord as a library: articles in, readings out; a record searched.
 *
 * @example
 * import { openSources, read } from 'onrecord'
 * for await (const input of openSources(['news/'])) console.log((await read(input)).statements)
 */
export { OnrecordError } from './errors.ts'
export { analyse, toConllu } from './language/index.ts'
export { type ReadOptions, read } from './read.ts'
export * from './reading.ts'
export {
  type Difference,
  differencesOf,
  type Found,
  type Hit,
  openRecord,
  type Report,
  type SearchOptions,
  type Snapshot,
  sameStory,
  search,
} from './record/index.ts'
export { type Input, openSources, type SourceOptions } from './sources/index.ts'
export { surerThan } from './sure.ts'
