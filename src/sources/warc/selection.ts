/** Which pages of WARC files to read: by address and by the time they were fetched. */
import type { CdxEntry } from './cdx.ts'

export interface Selection {
  /** A CDXJ or CDX index of the WARC files, gzipped or not: only the bytes of what is selected are read. */
  cdx?: string
  /** Addresses begin with one of these, scheme and `www.` aside; `*` stands for anything. All, where none is given. */
  url?: readonly string[]
  /** First and last day, month or year of fetching, such as 2016-07, both included. */
  since?: string
  until?: string
}

const PAGES = /^(?:text\/html|application\/xhtml\+xml|warc\/revisit|unk|-)$/i

/** Tells which entries of an index, or records without one, may be pages and are wanted. */
export function selector({ url = [], since, until }: Selection): (entry: Omit<CdxEntry, 'offset'>) => boolean {
  const addresses = url.map(addressPattern)
  const [first, last] = [digits(since), digits(until)]
  return (entry) =>
    PAGES.test(entry.mime ?? '-') &&
    /^(?:200|-)$/.test(entry.status ?? '-') &&
    entry.timestamp.slice(0, first.length) >= first &&
    (last === '' || entry.timestamp.slice(0, last.length) <= last) &&
    (addresses.length === 0 || addresses.some((it) => it.test(entry.url)))
}

/** A date as an index writes it: 2016-07-14 -> 20160714. */
export const digits = (date = ''): string => date.replace(/\D/g, '')

/** "example.org" is that host, not example.organic; "example.org/news" all below it; "*.example.org" its subdomains. */
function addressPattern(pattern: string): RegExp {
  const bare = pattern.replace(/^https?:\/\//i, '').replace(/^www\./i, '')
  const escaped = bare.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^(?:https?://)?(?:www\\.)?${escaped}(?:$|(?<=[/*])|(?=[/?#:]))`, 'i')
}
