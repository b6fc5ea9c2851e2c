/** RSS, Atom, RDF and JSON Feed -> `Feed`, by feedsmith. */
import { type AnyFeed, parseFeed as parseAny, parseOpml } from 'feedsmith'
import type { Feed, FeedItem } from './feed.ts'
import { instantOf } from './instant.ts'

type Content = FeedItem['content']

const html = (data: string | undefined): Content => (data?.trim() ? { kind: 'html', data } : undefined)
const plain = (data: string | undefined): Content => (data?.trim() ? { kind: 'text', data } : undefined)

/** The longest of the texts: a feed that gives whole articles may do so in either place. */
const longest = (...texts: Content[]): Content =>
  texts.reduce((a, b) => ((b?.data.length ?? 0) > (a?.data.length ?? 0) ? b : a), undefined)

const isAddress = (text: string | undefined): text is string => /^https?:\/\//i.test(text ?? '')

/** Reads a feed. Entities that it declares itself are not expanded. @throws whatever feedsmith throws at what is no feed */
export function parseFeed(text: string): Feed {
  const parsed = parseAny(text) as AnyFeed
  const { title, ttl, items } = readers[parsed.format](parsed as never)
  return { ...present({ title: title?.trim() || undefined, ttl }), items: items.filter((it) => it.key !== '') }
}

type Parsed<Format extends AnyFeed['format']> = Extract<AnyFeed, { format: Format }>
type Readers = { [Format in AnyFeed['format']]: (parsed: Parsed<Format>) => Feed }

const readers: Readers = {
  rss: ({ feed }) => ({
    ...present({ title: feed.title, ttl: feed.ttl }),
    items: (feed.items ?? []).map(({ guid, link, title, pubDate, description, content, dc }) => {
      const permanent = guid?.isPermaLink !== false && isAddress(guid?.value) ? guid.value : undefined
      return itemOf({
        key: guid?.value ?? link ?? title,
        link: link ?? permanent,
        title,
        published: pubDate ?? dc?.dates?.[0],
        content: longest(html(content?.encoded), html(description)),
      })
    }),
  }),
  rdf: ({ feed }) => ({
    ...present({ title: feed.title }),
    items: (feed.items ?? []).map(({ rdf, link, title, description, content, dc }) =>
      itemOf({
        key: rdf?.about ?? link ?? title,
        link: link ?? rdf?.about,
        title,
        published: dc?.dates?.[0],
        content: longest(html(content?.encoded), html(description)),
      }),
    ),
  }),
  atom: ({ feed }) => ({
    ...present({ title: feed.title?.value }),
    items: (feed.entries ?? []).map(({ id, links = [], title, published, updated, content, summary }) => {
      const link = links.find(({ rel = 'alternate' }) => rel === 'alternate')?.href
      const texts = [content, summary].map((it) => (/html/.test(it?.type ?? '') ? html(it?.value) : plain(it?.value)))
      return itemOf({
        key: id ?? link ?? title?.value,
        link: link ?? (isAddress(id) ? id : undefined),
        title: title?.value,
        published: published ?? updated,
        content: longest(...texts),
      })
    }),
  }),
  json: ({ feed }) => ({
    ...present({ title: feed.title }),
    items: (feed.items ?? []).map(({ id, url, title, date_published, content_html, content_text }) =>
      itemOf({
        key: id ?? url ?? title,
        link: url ?? (isAddress(id) ? id : undefined),
        title,
        published: date_published,
        content: html(content_html) ?? plain(content_text),
      }),
    ),
  }),
}

interface Found {
  key?: string | undefined
  link?: string | undefined
  title?: string | undefined
  published?: string | undefined
  content: Content
}

const itemOf = ({ key = '', link, title, published, content }: Found): FeedItem => ({
  key: key.trim(),
  ...present({
    link: link?.trim() || undefined,
    title:
      title
        ?.replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() || undefined,
    published: published && instantOf(published),
    content,
  }),
})

const present = <T extends object>(fields: T): { [Key in keyof T]?: NonNullable<T[Key]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as never

/** The addresses of the feeds that an OPML list names, in its order, folders too. @throws whatever feedsmith throws at what is none */
export function parseList(text: string): string[] {
  interface Outline {
    xmlUrl?: string
    outlines?: Outline[]
  }
  const addresses = (outlines: Outline[] = []): string[] =>
    outlines.flatMap((it) => [...(it.xmlUrl ? [it.xmlUrl.trim()] : []), ...addresses(it.outlines)])
  return addresses(parseOpml(text).body?.outlines as Outline[] | undefined)
}
