import type { ColumnMap } from './databases/columns.ts'
import type { InputFormat } from './input.ts'
import type { Selection } from './warc/selection.ts'
import type { WebSourceOptions } from './web/index.ts'

/** No news page comes near 32 MiB; what does is a dump in the wrong format or an attack. */
export const DEFAULT_MAX_BYTES = 32 * 1024 * 1024

/** Something to know about a whole source, where no article of it is the place to say it. */
export interface Notice {
  code?: `W_${string}`
  message: string
}

export interface SourceOptions {
  /** The format of every input, where names and contents do not say. */
  from?: InputFormat
  /** The most bytes one article may have, unpacked. */
  maxBytes?: number
  /** How pages are fetched. */
  web?: WebSourceOptions
  /** Which columns of tables hold what; those that are not named are guessed. */
  map?: ColumnMap
  /** Which pages of WARC files to read, by an index of them. */
  select?: Selection
  /** Is told what there is to know about a whole source. */
  notice?(notice: Notice): void
}

/** What the reader of a format is told. */
export type Bounded = SourceOptions & { maxBytes: number }
