/** What a format is: readings in, files out, the same from a record as straight from articles. */
import type { Reading } from '../reading.ts'

/** A column of a table, as Frictionless Table Schema describes it. */
export interface Field {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'array' | 'any'
  readonly description?: string
}

/** What `datapackage.json` says of a file beside its bytes and hash. */
export interface About {
  readonly title: string
  readonly format: string
  readonly mediatype: string
  /** Columns, where the file is a table. */
  readonly fields?: readonly Field[]
  /** What stands in a cell that is not known; an empty one where nothing else is said. */
  readonly missingValues?: readonly string[]
  /** Frictionless Table Dialect, where the file is a table in text. */
  readonly dialect?: { readonly delimiter: string; readonly header: boolean; readonly quoteChar?: string }
}

/** A file being written. */
export interface Out {
  write(text: string): Promise<void>
  /** The file stands under its name from here on. */
  close(): Promise<void>
}

/** Where the files of an export go. */
export interface Sink {
  /** Opens a file by its name in the format. Without `about` it is part of another that lists it. */
  open(name: string, about?: About): Promise<Out & { readonly sum: () => string }>
  /** Has somebody else write a file, whole, at a path that is given; for formats that a library writes. */
  place(name: string, about: About, write: (path: string) => Promise<void>): Promise<void>
}

/** Events that dyadic formats leave out unless they are asked for (docs/guide/exports.md). */
export const widenings = ['claims', 'future', 'hypothetical', 'negated', 'historical', 'one-sided'] as const
export type Widening = (typeof widenings)[number]

export interface ExportOptions {
  /** Events beside those that the article itself tells as done. */
  include?: ReadonlySet<Widening>
  /** The one table wanted, for csv, ndjson and parquet. */
  table?: string
  /** A byte order mark before CSV, by which Excel knows UTF-8. */
  bom?: boolean
  /** Whether CSV cells that a spreadsheet would run as formulas are made harmless; true unless said otherwise. */
  guard?: boolean
}

export interface Format {
  readonly name: string
  readonly description: string
  /** Where the format is documented. */
  readonly documented: string
  /** Whether it leaves out events that are no facts, unless they are included. */
  readonly factsOnly?: boolean
  /** Name of the one file it writes, or undefined where it writes several. */
  file(options: ExportOptions): string | undefined
  /** Writes what the readings hold; memory does not grow with their number. */
  write(readings: AsyncIterable<Reading>, sink: Sink, options: ExportOptions): Promise<void>
}

/** A format of one text file, made of pieces that stand in order. */
export interface Pieces {
  readonly name: string
  readonly description: string
  readonly documented: string
  readonly factsOnly?: boolean
  readonly file: string
  readonly about: About
  /** Before the first piece, between two, and after the last. */
  readonly head?: string
  readonly between?: string
  readonly tail?: string
  /** Makes the function that gives the pieces of a reading; one for each export, so that it may remember. */
  start(options: ExportOptions): (reading: Reading) => readonly string[] | Promise<readonly string[]>
}

/** A format from what it makes of one reading. */
export const formatOf = ({ name, description, documented, factsOnly, file, about, ...pieces }: Pieces): Format => ({
  name,
  description,
  documented,
  factsOnly,
  file: () => file,
  async write(readings, sink, options) {
    const { head = '', between = '', tail = '' } = pieces
    const out = await sink.open(file, about)
    const of = pieces.start(options)
    let first = true
    if (head) await out.write(head)
    for await (const reading of readings) {
      const made = await of(reading)
      if (made.length === 0) continue
      await out.write(`${first ? '' : between}${made.join(between)}`)
      first = false
    }
    if (tail) await out.write(tail)
    await out.close()
  },
})
