/** What a page says is its own address: rel="canonical", in its head or the head of its answer. */
import type { IncomingHttpHeaders } from 'node:http'

/** Heads end before this, in bytes; what says so further down is content. */
const HEAD_BYTES = 512 * 1024

/** The canonical address of a page, as it is written there; undefined where it gives none that is an address. */
export function canonicalIn(bytes: Buffer, headers: IncomingHttpHeaders, base: URL): URL | undefined {
  const told = inLinkHeader(headers.link) ?? inHead(bytes.toString('utf8', 0, HEAD_BYTES))
  if (!told) return undefined
  try {
    const url = new URL(told, base)
    const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
    // Badly made sites give their front page as the address of every article.
    const isFront = url.pathname === '/' && url.search === '' && base.pathname !== '/'
    return isWeb && !isFront && url.username === '' ? url : undefined
  } catch {
    return undefined
  }
}

function inLinkHeader(link: string | string[] | undefined): string | undefined {
  const links = [link ?? []].flat().flatMap((it) => it.split(/,\s*(?=<)/))
  return links.map((it) => /^<([^>]*)>.*;\s*rel="?canonical"?/i.exec(it)?.[1]).find(Boolean)
}

function inHead(html: string): string | undefined {
  const head = html.split(/<body[\s>]/i, 1)[0]!.replace(/<!--.*?-->/gs, '')
  for (const [link] of head.matchAll(/<link\s[^>]{1,4000}>/gi)) {
    if (attribute(link, 'rel')?.toLowerCase().split(/\s+/).includes('canonical')) return attribute(link, 'href')
  }
  return undefined
}

const attribute = (element: string, name: string): string | undefined => {
  const [, quoted, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(element) ?? []
  return (quoted ?? single ?? bare)?.trim().replaceAll('&amp;', '&')
}
