/** Which addresses name one article: without what campaigns hang on them, and AMP, mobile and print versions with the page itself. */

/** Parameters that tell where a reader came from, not what is read. */
const TRACKING =
  /^(?:utm_\w+|at_\w+|mc_[ce]id|(?:fb|g|dc|ms|y|tw)cl(?:id|k?id)|msclkid|gbraid|wbraid|igshid|_ga|_gl|cmpid?|cid|icid|ocid|smid|smtyp|xtor|wt[._]mc(?:_id)?|ns_\w+|ref_?src|ref_?url|ftag|traffic_source|guccounter|guce_\w+|__twitter_impression)$/i
/** Parameters that ask for another dress of the same page. */
const DRESS = /^(?:amp|print|printable|printer_?friendly|output_?type|view|mode)$/i
const DRESSES = /^(?:|1|true|yes|y|amp|amphtml|print|printable)$/i
/** The same at the end of a path, and at the beginning of a host's name. */
const DRESSED_PATH = /\/(?:amp|print|amphtml)\/?$|[./](?:amp|print)(?=\.html?$)|\.amp$/i
const DRESSED_HOST = /^(?:www\d?|m|mobile|amp)\./i

/** A page's address without its fragment and what campaigns hang on it: what is kept of it. */
export function plainAddress(address: string): string {
  const url = new URL(address)
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  return url.href
}

/** What two addresses of one article have in common: for comparing, not for fetching. */
export function addressKey(address: string): string {
  const url = new URL(plainAddress(address))
  const asked = [...url.searchParams].filter(([name, value]) => !(DRESS.test(name) && DRESSES.test(value))).sort()
  const path = url.pathname.replace(DRESSED_PATH, '').replace(/\/(?:index\.html?)?$/, '')
  return `${bareHost(url)}${url.port && `:${url.port}`}${path}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''}`
}

const bareHost = ({ hostname }: URL): string => hostname.replace(DRESSED_HOST, '')

/** Whether two pages are of one site, so that one may speak for the other. */
export function isSameSite(one: URL, other: URL): boolean {
  const [a, b] = [bareHost(one), bareHost(other)]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

/** Those who keep copies of others' AMP pages: theirs is never the article's own address. */
const COPYISTS = /(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com|ampproject\.net)$|^(?:www\.)?google\.[a-z.]+$/
export const isCopyist = ({ hostname }: URL): boolean => COPYISTS.test(hostname)
