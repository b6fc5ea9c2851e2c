/** What a page's JSON-LD says of its article (schema.org), read leniently: as found on the web it is often broken. */
import { fold } from './dom.ts'

/** Fields of a schema.org article, as far as the page gives them; text as written. */
export interface LinkedArticle {
  headline?: string
  authors: string[]
  published?: string
  publisher?: string
  language?: string
}

type Node = Record<string, unknown>

/** Types whose name ends so are articles: NewsArticle, OpinionNewsArticle, BlogPosting, Report, ClaimReview … */
const ARTICLE = /(?:Article|Posting|Report|Review|Coverage)$/

/** Objects nested deeper than this belong to something else. */
const MAX_DEPTH = 5

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value])

/** Parses one script: as it is, else without wrappings, raw line breaks in strings and trailing commas. */
function parsed(script: string): unknown {
  const bare = script.replace(
    /^[\s;]*(?:<!--|(?:\/[/*]\s*)?<!\[CDATA\[(?:\s*\*\/)?)|(?:-->|(?:\/[/*]\s*)?\]\]>(?:\s*\*\/)?)[\s;]*$/g,
    '',
  )
  for (const source of [script, bare, bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(source.trim().replace(/;$/, '')) as unknown
    } catch {
      // The next is more lenient.
    }
  }
  return undefined
}

/** Every object in it, outermost first: lists, `@graph` and what a page is about are looked into. */
function nodesIn(value: unknown, depth = 0): Node[] {
  if (depth > MAX_DEPTH) return []
  return listOf(value).flatMap((item) => {
    if (!isNode(item)) return []
    const inner = [item['@graph'], item.mainEntity, item.mainEntityOfPage, item.itemReviewed]
    return [item, ...inner.flatMap((it) => nodesIn(it, depth + 1))]
  })
}

const isArticle = (node: Node): boolean =>
  listOf(node['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type))

function text(value: unknown): string | undefined {
  const [first] = listOf(value)
  const found = isNode(first) ? first['@value'] : first
  return typeof found === 'string' && found.trim() ? fold(found) : undefined
}

/** The names of people or organisations, given as text, as objects, as a list of either, or by reference. */
function namesOf(value: unknown, all: readonly Node[]): string[] {
  return listOf(value).flatMap((item) => {
    if (typeof item === 'string') return item.trim() ? [fold(item)] : []
    if (!isNode(item)) return []
    if (item.name !== undefined) return listOf(item.name).flatMap((name) => text(name) ?? [])
    const named =
      item['@id'] === undefined ? undefined : all.find((node) => node['@id'] === item['@id'] && node.name !== undefined)
    return named ? namesOf(named.name, []) : []
  })
}

/** The article that a page's JSON-LD scripts describe; the first with a date, else the first. */
export function linkedArticle(scripts: readonly string[]): LinkedArticle | undefined {
  const nodes = scripts.flatMap((script) => nodesIn(parsed(script)))
  const articles = nodes.filter(isArticle)
  const article = articles.find((node) => text(node.datePublished)) ?? articles[0]
  if (!article) return undefined
  const headline = text(article.headline) ?? text(article.name)
  const published = text(article.datePublished) ?? text(article.dateCreated)
  const [publisher] = namesOf(article.publisher, nodes)
  const language = text(article.inLanguage)
  return {
    authors: [...new Set(namesOf(article.author ?? article.creator, nodes))],
    ...(headline && { headline }),
    ...(published && { published }),
    ...(publisher && { publisher }),
    ...(language && { language }),
  }
}
