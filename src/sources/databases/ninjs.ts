/** ninjs (IPTC, news in JSON, 1.x and 2.x): one item, a list of them, `{"items": […]}`, or one a line. Held in memory, bounded. */
import { OnrecordError } from '../../errors.ts'
import { type Exported, textOf, withoutBy } from './article.ts'
import { blocksOf } from './blocks.ts'
import { htmlLines } from './html-lines.ts'

type Json = Record<string, unknown>

/** The articles of a text. @throws OnrecordError E_JSON */
export async function* ninjsArticles(text: string, path: string): AsyncGenerator<Exported> {
  for (const item of itemsIn(text, path)) {
    const article = await articleOf(item)
    if (article) yield article
  }
}

function itemsIn(text: string, path: string): Json[] {
  try {
    const whole = attempt(text)
    const all =
      whole === undefined
        ? text
            .split('\n')
            .filter((line) => line.trim() !== '')
            .map((it) => JSON.parse(it))
        : whole
    const list = Array.isArray(all) ? all : ((all as Json).items ?? (all as Json)._items ?? [all])
    return (list as unknown[]).filter((it): it is Json => typeof it === 'object' && it !== null)
  } catch (error) {
    throw new OnrecordError('E_JSON', `${path} is not JSON (${(error as Error).message}). Export it again.`)
  }
}

function attempt(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Names are compared without case and underscores: versioncreated (1.x), versionCreated (2.x). */
const plain = (name: string): string => name.replaceAll('_', '').toLowerCase()

async function articleOf(item: Json): Promise<Exported | undefined> {
  const fields = new Map(Object.entries(item).map(([name, value]) => [plain(name), value]))
  const one = (...names: string[]) => names.map((name) => textIn(fields.get(name))).find(Boolean)
  const html = one('bodyhtml', 'bodyxhtml') ?? main(fields.get('bodies'), /html/)
  const bare = one('bodytext') ?? main(fields.get('bodies'), /./)
  const lines: string[] = []
  if (html) for await (const line of htmlLines(pieces(html))) lines.push(line)
  const text = textOf(blocksOf(html ? lines : (bare ?? '').split('\n')).map((block) => block.text))
  if (text === '') return undefined
  const address = one('uri', 'url')
  return {
    title: one('headline') ?? main(fields.get('headlines'), /./),
    byline: withoutBy(one('byline') ?? main(fields.get('bylines'), /./)),
    published: one('contentcreated', 'firstcreated', 'versioncreated', 'pubdate'),
    outlet: one('source', 'provider', 'infosources', 'publisher', 'copyrightholder'),
    ...(address?.startsWith('http') && { url: address }),
    text,
  }
}

async function* pieces(text: string) {
  yield text
}

/** The text of a value: itself, or the name in it, or that of the first of several. */
function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (Array.isArray(value)) return textIn(value[0])
  return value && typeof value === 'object' ? textIn((value as Json).name ?? (value as Json).value) : undefined
}

/** Of several values by role and type, the main one, or the first of a type that fits. */
function main(values: unknown, type: RegExp): string | undefined {
  if (!Array.isArray(values)) return undefined
  const fitting = (values as Json[]).filter((it) => type.test(String(it.contentType ?? it.contenttype ?? 'text')))
  return textIn((fitting.find((it) => /main|full/i.test(String(it.role))) ?? fitting[0])?.value)
}
