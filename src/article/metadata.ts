/**
 * What a page says of its article besides the text. Each field comes from the first place that gives a believable value:
 * JSON-LD, meta elements, marked elements, what stands to be seen, the address.
 */

import type { Article } from './article.ts'
import { blocksOf } from './blocks.ts'
import { dateOfAddress, dayIn, isoDate, localDay } from './dates.ts'
import type { PageDocument, PageElement } from './dom.ts'
import { linkedArticle } from './json-ld.ts'
import { bareByline, bareTitle, plain, siteBeside } from './names.ts'
import type { Page } from './page.ts'

export type Metadata = Pick<Article, 'title' | 'byline' | 'published' | 'outlet' | 'language'> & {
  /** A date that the page declares and no article can have. */
  refused?: string
}

/** Names of meta elements, lower case, best first. */
const META = {
  title: [
    'og:title',
    'twitter:title',
    'parsely-title',
    'sailthru.title',
    'dc.title',
    'dcterms.title',
    'headline',
    'title',
  ],
  byline:
    'author byl parsely-author sailthru.author article:author dc.creator dcterms.creator dc.contributor citation_author article.author authors byline twitter:creator'.split(
      ' ',
    ),
  published:
    'article:published_time article:published og:published_time og:article:published_time parsely-pub-date datepublished publish-date publish_date publishdate published-date pubdate pub_date sailthru.date dc.date.issued dcterms.issued dc.date dcterms.date dc.date.created dcterms.created article.published article_date_original cxenseparse:recs:publishtime bt:pubdate citation_publication_date rnews:datepublished originalpublicationdate datecreated date'.split(
      ' ',
    ),
  outlet: ['og:site_name', 'application-name', 'dc.publisher', 'apple-mobile-web-app-title', 'twitter:app:name:iphone'],
  language: ['content-language', 'og:locale', 'dc.language', 'dcterms.language', 'language', 'inlanguage'],
} as const

/** Marked elements with a date, best first. */
const DATED = [
  '[itemprop~="datePublished"]',
  'time[pubdate]',
  'time[class*="publish" i],time[class*="posted" i],time[class*="entry-date" i]',
  'article time,main time,header time',
  'time',
]
const AUTHORED = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '[class*="byline" i],[class*="author-name" i],[class*="authorname" i]',
]

/** A visible date line stands among this many first short lines of the page; further down it dates something else. */
const DATELINES = 60

/** Beside its date a date line holds a weekday, a time, a label such as "Last updated"; in UTF-16 code units. */
const BESIDE_DATE = 40
const LONGEST_DATELINE = 90

/** The contents of meta elements by name, lower case; the first of each name. */
function metaOf(document: PageDocument): Map<string, string> {
  const found = new Map<string, string>()
  for (const element of document.head.querySelectorAll('meta')) {
    const content = element.getAttribute('content')?.trim()
    if (!content) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase()
      if (name && !found.has(name)) found.set(name, content)
    }
  }
  return found
}

/** The first value that `read` makes something of. */
function first<T, R>(values: Iterable<T>, read: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = read(value)
    if (found !== undefined) return found
  }
  return undefined
}

const present = (values: readonly (string | undefined)[]): string[] => values.filter((value) => !!value) as string[]

/** BCP 47 in its canonical form: en-US of "en_us"; undefined for what is no language. */
export function languageTag(text: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(text.split(/[,;]/)[0]!.trim().replaceAll('_', '-'))
    return tag && /^[a-z]{2,3}(?:-|$)/.test(tag) && !/^(?:und|mul|zxx)\b/.test(tag) ? tag : undefined
  } catch {
    return undefined
  }
}

const dateOfElement = (element: PageElement): string | undefined =>
  first(
    present([
      element.getAttribute('datetime') ?? undefined,
      element.getAttribute('content') ?? undefined,
      element.textContent,
    ]),
    isoDate,
  )

/** The day that an element shows to readers, when its date for machines is the one of publication. */
function shownDay(element: PageElement, published: string | undefined): string | undefined {
  const machine = isoDate(element.getAttribute('datetime') ?? '')
  if (!machine || machine.slice(0, 10) !== published?.slice(0, 10)) return undefined
  return dayIn(element.textContent.slice(0, LONGEST_DATELINE))?.day
}

/** The lines of the page that may hold its date. */
const datelinesOf = (document: PageDocument): { text: string; day: string; beside: number }[] =>
  blocksOf(document.body, ({ tagName }) => tagName === 'NAV' || tagName === 'FOOTER')
    .slice(0, DATELINES)
    .flatMap(({ text }) => {
      const found = text.length > LONGEST_DATELINE ? undefined : dayIn(text)
      return found ? [{ text, day: found.day, beside: text.length - found.length }] : []
    })

/** The name in an element made for it; its parts may stand without white space between. */
const nameIn = (element: PageElement): string | undefined =>
  first(
    blocksOf(element, () => false),
    ({ text }) => bareByline(text),
  )

/** Reads the metadata of a page. `given`: its address or path. Must come before the body is looked for, which changes the page. */
export function metadataOf({ document, jsonLd }: Page, given?: string): Metadata {
  const linked = linkedArticle(jsonLd)
  const meta = metaOf(document)
  const uri = given?.startsWith('http') ? given : (meta.get('og:url') ?? given)
  const metas = (names: readonly string[]): string[] => present(names.map((name) => meta.get(name)))
  function* elements(selectors: readonly string[]): Generator<PageElement> {
    for (const selector of selectors) yield* document.body.querySelectorAll(selector)
  }

  const headings = [...elements(['h1', 'h2'])].map((it) => plain(it.textContent)).filter(Boolean)
  const heading = headings.find((text) => plain(document.title).includes(text)) ?? headings[0]
  const site = siteBeside(document.title, heading ?? '')
  const outlet = first(present([linked?.publisher, ...metas(META.outlet), site]).map(plain), (name) =>
    /^@|^https?:/.test(name) ? undefined : name || undefined,
  )
  const title = first(present([linked?.headline, ...metas(META.title), document.title, heading]), (text) =>
    /^https?:/.test(text) ? undefined : bareTitle(text, { outlet, uri, heading }) || undefined,
  )
  const authors = (linked?.authors ?? []).map(bareByline).filter((name) => name !== undefined)
  const byline =
    authors.length > 0
      ? [...new Set(authors)].join(', ')
      : (first(metas(META.byline), bareByline) ?? first(elements(AUTHORED), nameIn))
  const datelines = datelinesOf(document)
  const declared = present([linked?.published, ...metas(META.published)])
  const published =
    first(declared, isoDate) ??
    first(elements(DATED), dateOfElement) ??
    datelines.find(({ beside }) => beside <= BESIDE_DATE)?.day ??
    (uri === undefined ? undefined : dateOfAddress(uri))
  const language = first(
    present([document.documentElement.getAttribute('lang') ?? undefined, linked?.language, ...metas(META.language)]),
    languageTag,
  )
  const days = [
    ...[...elements(['time,[itemprop~="datePublished"]'])].map((element) => shownDay(element, published)),
    ...datelines.filter(({ text }) => byline && text.includes(byline)).map(({ day }) => day),
    dateOfAddress(uri ?? ''),
  ]
  const refused = declared.find((value) => /^\d{4}-\d{2}-\d{2}/.test(value) && !isoDate(value))
  return {
    ...(title && { title }),
    ...(byline && { byline }),
    ...(published && { published: localDay(published, present(days)) }),
    ...(outlet && { outlet }),
    language: language ?? 'und',
    ...(refused !== undefined && { refused }),
  }
}
