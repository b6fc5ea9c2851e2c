/** The first line of a table of articles. */
import { knownNames } from './columns.ts'

const DELIMITERS = [',', '\t', ';', '|'] as const

/** What sets cells off in a line: what it holds most of, outside quotation marks; undefined where it holds none. */
export function delimiterOf(line: string): string | undefined {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '')
  const counts = DELIMITERS.map((it) => bare.split(it).length - 1)
  const most = Math.max(...counts)
  return most > 0 ? DELIMITERS[counts.indexOf(most)] : undefined
}

/** Whether the first line of a text is the heading of a table of articles: two of its cells or more have names that are known. */
export function isHeading(line: string): boolean {
  const delimiter = delimiterOf(line)
  if (!delimiter || line.length > 5000) return false
  const cells = line.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, ''))
  return knownNames(cells) >= 2
}
