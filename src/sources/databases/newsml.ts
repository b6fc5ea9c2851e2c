/**
 * NewsML-G2 (IPTC): the news items of a message, one an article, with XHTML, NITF or plain text inside; and NITF by itself. A stream;
 * entities that a document declares are not expanded.
 */
import { Parser } from 'htmlparser2'
import { type Exported, textOf, withoutBy } from './article.ts'
import { blocksOf } from './blocks.ts'

/** Elements whose text is kept, by their own name: field -> names, the first that has text wins. */
const FIELDS = {
  title: ['headline', 'hl1', 'title'],
  byline: ['by', 'byline', 'creator'],
  published: ['contentCreated', 'firstCreated', 'versionCreated', 'date.issue'],
  outlet: ['provider', 'infoSource', 'doc.copyright'],
} as const
const KEPT = new Set<string>(Object.values(FIELDS).flat())
const PARAGRAPHS = new Set(['p', 'h2', 'h3', 'h4', 'hl2', 'li', 'blockquote', 'inlineData'])
/** Parts of a body that are not its text. */
const SILENT = new Set(['media', 'figure', 'figcaption', 'body.end', 'table', 'head', 'body.head', 'tagline'])

interface Item {
  found: Map<string, string>
  paragraphs: string[]
}

/** The articles in a document that comes in pieces. */
export async function* newsmlArticles(pieces: AsyncIterable<string>): AsyncGenerator<Exported> {
  let ready: Exported[] = []
  let item: Item = { found: new Map(), paragraphs: [] }
  const path: string[] = []
  let text = ''
  const isIn = (names: ReadonlySet<string>) => path.some((name) => names.has(name))
  const keep = (name: string, value: string) => {
    if (value !== '' && !item.found.has(name)) item.found.set(name, value)
  }
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = ownName(tag)
        path.push(name)
        if (name === 'newsItem' || name === 'nitf') {
          // NITF inside an item belongs to it.
          if (!path.slice(0, -1).includes('newsItem')) item = { found: new Map(), paragraphs: [] }
        }
        if (KEPT.has(name) || PARAGRAPHS.has(name)) text = ''
        if (name === 'br') text += '\n'
        const said = attributes.norm ?? attributes.holder ?? attributes.literal
        if (KEPT.has(name) && said) keep(name, said)
      },
      ontext(data) {
        text += data
      },
      onclosetag() {
        const name = path.at(-1) ?? ''
        const inBody = path.includes('inlineXML') || path.includes('inlineData') || path.includes('body.content')
        if (PARAGRAPHS.has(name) && inBody && !isIn(SILENT)) {
          item.paragraphs.push(
            ...(name === 'inlineData' ? blocksOf(text.split('\n')).map((it) => it.text) : [fold(text)]),
          )
          text = ''
        } else if (KEPT.has(name) && !(inBody && name === 'title')) {
          keep(name, fold(text))
          text = ''
        }
        path.pop()
        if (name === 'newsItem' || (name === 'nitf' && !path.includes('newsItem'))) {
          const article = articleOf(item)
          if (article) ready.push(article)
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  for await (const piece of pieces) {
    parser.write(piece)
    yield* ready
    ready = []
  }
  parser.end()
  yield* ready
}

const ownName = (tag: string): string => tag.slice(tag.indexOf(':') + 1)
const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()

function articleOf({ found, paragraphs }: Item): Exported | undefined {
  const text = textOf(paragraphs)
  if (text === '') return undefined
  const first = (names: readonly string[]) => names.map((name) => found.get(name)).find(Boolean)
  return {
    title: first(FIELDS.title),
    byline: withoutBy(first(FIELDS.byline)),
    published: first(FIELDS.published),
    outlet: first(FIELDS.outlet),
    text,
  }
}
