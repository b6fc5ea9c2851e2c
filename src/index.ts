/**
 * onrecord as a library: articles in, readings out.
 *
 * @example
 * import { openSources, read } from 'onrecord'
 * for await (const input of openSources(['news/'])) console.log((await read(input)).statements)
 */
export { OnrecordError } from './errors.ts'
export { analyse, toConllu } from './language/index.ts'
export { type ReadOptions, read } from './read.ts'
export * from './reading.ts'
export { type Input, openSources, type SourceOptions } from './sources/index.ts'
export { surerThan } from './sure.ts'
