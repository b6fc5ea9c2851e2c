/** Where the pages are that a revisit record may mean: it says "as it was then" by the digest of the page or by its address. */
import type { WarcRecord } from './records.ts'

export interface Place {
  path: string
  offset: number
}

export interface Originals {
  add(record: Pick<WarcRecord, 'header'>, place: Place): void
  /** Where the page lies that a revisit means. */
  of(revisit: Pick<WarcRecord, 'header'>): Place | undefined
}

/** Keys remembered, some 40 MB: of files with more, revisits of pages that lie very far back are passed over. */
const MOST = 200_000

/** Pages seen so far, at most so many. */
export function originals(most = MOST): Originals {
  const places = new Map<string, Place>()
  const note = (key: string | undefined, place: Place) => {
    if (!key || places.has(key)) return
    places.set(key, place)
    if (places.size > most) places.delete(places.keys().next().value!)
  }
  return {
    add(record, place) {
      note(record.header('WARC-Payload-Digest'), place)
      note(record.header('WARC-Target-URI'), place)
    },
    of(revisit) {
      const digest = revisit.header('WARC-Payload-Digest')
      const address = revisit.header('WARC-Refers-To-Target-URI') ?? revisit.header('WARC-Target-URI')
      // A page not modified since says no digest; one with another digest than any that is known is none of these.
      return digest ? places.get(digest) : address ? places.get(address) : undefined
    },
  }
}
