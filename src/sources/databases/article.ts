/** One article as a reader of an export gives it. */
import type { Warning } from '../../reading.ts'
import type { Input, InputFormat } from '../input.ts'

export interface Exported {
  title?: string
  byline?: string
  /** As the export writes it. */
  published?: string
  outlet?: string
  url?: string
  /** Body paragraphs with a blank line between: nothing of the export is in it any more. */
  text: string
  warnings?: Warning[]
}

/** An exported article as an input; `place` is its file and its number in it. */
export function inputOf({ text, ...known }: Exported, place: string, format: InputFormat): Input {
  const said = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== ''))
  return { uri: place, format, finished: true, ...said, body: { kind: 'text', data: text } }
}

/** Paragraphs as the text of an article. */
export const textOf = (paragraphs: readonly string[]): string => paragraphs.filter((it) => it !== '').join('\n\n')

/** A name without the "By" before it. */
export const withoutBy = (byline: string | undefined): string | undefined => byline?.replace(/^by:?\s+/i, '').trim()
