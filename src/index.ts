/**
 * onrecord as a library: articles in, readings out; a record filled, searched, asked in SQL and read back.
 *
 * @example
 * import { openSources, read } from 'onrecord'
 * for await (const input of openSources(['news/'])) console.log((await read(input)).statements)
 *
 * @example
 * import { addInputs, ask, openRecord, openSources, openWriter, read, readerVersion } from 'onrecord'
 * const writer = await openWriter('record')
 * await addInputs(writer, openSources(['news/']), { read, width: 1, reader: readerVersion() })
 * writer.close()
 * const { rows } = await ask(await openRecord('record'), 'SELECT act, count(*) FROM statements GROUP BY ALL')
 * for await (const row of rows) console.log(row)
 */
export { OnrecordError } from './errors.ts'
export { analyse, toConllu } from './language/index.ts'
export { type ReadOptions, read } from './read.ts'
export * from './reading.ts'
export {
  type Answer,
  ask,
  type Difference,
  differencesOf,
  type Found,
  type Hit,
  openRecord,
  openWriter,
  type Report,
  readingsOf,
  type SearchOptions,
  type Snapshot,
  sameStory,
  search,
  type Writer,
} from './record/index.ts'
export { type Input, openSources, type SourceOptions } from './sources/index.ts'
export { surerThan } from './sure.ts'
export { type Added, type AddOptions, addInputs, readerVersion } from './workers/index.ts'
