/** Titles and bylines as pages write them -> the bare title, the bare names. */
import { parseHTML } from 'linkedom/worker'
import { fold } from './dom.ts'

/** A byline longer than this, in UTF-16 code units, is a text about somebody. */
const LONGEST_BYLINE = 150

/** What is longer is a text; the rest is cut off. */
const LONGEST_TITLE = 500

/** Names that a content management system puts where nobody is named. */
const NOBODY =
  /^(?:\w{0,12}admin(?:istrator)?|editor|user|author|staff|webmaster|guest|root|null|undefined|none|unknown)\d*$/i

/** White space folded; character references that were escaped twice ("&amp;amp;", as in JSON-LD) read. */
export function plain(text: string): string {
  if (!/&(?:#|[a-z])/i.test(text)) return fold(text)
  const { document } = parseHTML(`<!doctype html><html><body><p>${text.replaceAll('<', '&lt;')}</p></body></html>`)
  return fold(document.body.textContent ?? '')
}

/** Letters and digits alone, to compare names: "The New-Strelsau Post" and newstrelsaupost. */
const key = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The registered name of an address's host: `strelsaupost` of https://www.strelsaupost.com/x. */
function hostKey(uri: string | undefined): string {
  const host = /^https?:\/\/([^/?#:]+)/i.exec(uri ?? '')?.[1] ?? ''
  const labels = host.split('.').filter((label) => !/^(?:www|m|amp|edition|news|co|com|org|net|gov|ac)$/i.test(label))
  return key(labels.length > 1 ? labels.slice(0, -1).join('') : (labels[0] ?? ''))
}

/** What the site adds to a title, cut off: "Border reopens | The Strelsau Post" without its last part. */
export function bareTitle(title: string, site: { outlet?: string; uri?: string; heading?: string }): string {
  const text = plain(title.slice(0, LONGEST_TITLE))
  const outlet = key(site.outlet ?? '')
  const host = hostKey(site.uri)
  const parts = [...text.matchAll(/\s+[|\-–—·•»:]+\s+/g)]
  for (const { index, 0: divider } of parts.reverse()) {
    const head = text.slice(0, index)
    const tail = key(text.slice(index + divider.length))
    if (!tail) continue
    const site =
      (outlet && (tail === outlet || outlet.startsWith(tail) || tail.startsWith(outlet))) || (host && tail === host)
    if (site || (host.length > 3 && tail.startsWith(host))) return bareTitle(head, {}) || text
  }
  // With no outlet to go by, the page's own heading tells where the title ends.
  const heading = plain(site.heading ?? '')
  return heading && siteBeside(text, heading) ? heading : text
}

/** What stands beside the page's own heading in its title, parted from it: the site's name. */
export function siteBeside(title: string, heading: string): string | undefined {
  const text = plain(title.slice(0, LONGEST_TITLE))
  const bare = plain(heading)
  if (bare === '' || text.length <= bare.length) return undefined
  if (text.startsWith(bare)) return /^\s+[|\-–—·•»:]+\s+(.+)$/.exec(text.slice(bare.length))?.[1]
  if (text.endsWith(bare)) return /^(.+?)\s+[|\-–—·•»:]+\s+$/.exec(text.slice(0, -bare.length))?.[1]
  return undefined
}

/** A date to the end of a byline, with or without white space before it; the markup that parted them is gone. */
const DATE_AFTER =
  /\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?),?\s+\d{4}\b.*$/

/** Names in a byline, without "By", dates, addresses; undefined when it names nobody: an address, a @handle, a stand-in. */
export function bareByline(byline: string): string | undefined {
  const text = plain(byline.slice(0, 2 * LONGEST_BYLINE))
    .replace(DATE_AFTER, '')
    .replace(/^(?:(?:written|posted|published|reported|story|words|text)\s+)?(?:by|von|por|par|di|door)\b\s*:?\s*/i, '')
    .replace(/^author\s*:\s*/i, '')
    .replace(/\s*(?:[|•·]|\bon\b|,)?\s*(?:(?:published|updated|posted|last updated)\b.*|\d{1,2}:\d{2}.*)$/i, '')
    .replace(/\s*[|•·]\s.*$/, '')
    .replace(/\s*[(<]?[\w.+-]+@[\w-]+\.[\w.]+[)>]?/g, '')
    .replace(/[\s,;|–—-]+$/, '')
    .trim()
  if (!/\p{L}{2}/u.test(text) || text.length > LONGEST_BYLINE) return undefined
  if (/^@|https?:|www\.|\.com\b|[{}<>]/i.test(text) || NOBODY.test(text)) return undefined
  return text
}
