import type { Placeline } from './dateline.ts'

/** One article taken out of its page. */
export interface Article {
  title?: string
  byline?: string
  /** ISO 8601 day or instant. */
  published?: string
  outlet?: string
  /** BCP 47, "und" when it cannot be told. */
  language: string
  /** Body paragraphs with a blank line between; no span of any later step leaves it. */
  text: string
  captions: string[]
  /** The place and day that the text begins with: "PORT AMBER, Sept. 11 —". */
  dateline?: Placeline
}
