/** Names for what an export links together. */
import type { Reading } from '../reading.ts'

/** A name for a document of the record, or for a row of it: `urn:onrecord:DOCUMENT#ROW`. */
export const urnOf = (document: string, row?: string): string =>
  `urn:onrecord:${encodeURIComponent(document)}${row === undefined ? '' : `#${row}`}`

/** The address of an article where it has one. */
export const addressOf = ({ source }: Reading): string | undefined =>
  /^https?:\/\//i.test(source.uri ?? '') ? source.uri : undefined

/** A Wikidata item as linked data names it. */
export const wikidataOf = (qid: string): string => `http://www.wikidata.org/entity/${qid}`
