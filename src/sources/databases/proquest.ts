/** ProQuest's text export: articles between rules of underscores, "Full text:" and fields that name themselves. */
import { type Exported, textOf, withoutBy } from './article.ts'
import { blocksOf, cutBefore } from './blocks.ts'
import { type Bound, groupsOf, type Lines } from './groups.ts'

const BEGINS = /^\s*(?:_{20,}|Document \d+ of \d+)\s*$/
const NAMES = [
  'Author|Publication info|ProQuest document link|Abstract|Abstract \\(summary\\)|Links|Full text|Subject|Business indexing term|Location',
  'People|Company / organization|Identifier / keyword|Title|Alternate title|Publication title|Volume|Issue|First page|Pages',
  'Number of pages|Publication year|Publication date|Publication history|Dateline|Section|Publisher|Place of publication',
  'Country of publication|Publication subject|ISSN|e-ISSN|CODEN|Source type|Language of publication|Document type',
  'ProQuest document ID|Document URL|Copyright|Last updated|Database|Word count|Credit|Illustration|DOI|Accession number',
].join('|')
const FIELD = new RegExp(`^(${NAMES})(?::\\s*(.*)|)$`, 's')

/** Whether lines are of such an export. */
export function isProquest(lines: readonly string[]): boolean {
  const has = (pattern: RegExp) => lines.some((line) => pattern.test(line.trim()))
  return (
    has(/^ProQuest document (?:ID|link)\b/) ||
    (has(BEGINS) && has(/^Full text:/) && has(/^Publication (?:info|title):/))
  )
}

/** The articles in the lines of an export. */
export async function* proquestArticles(lines: Lines, bound: Bound): AsyncGenerator<Exported> {
  for await (const group of groupsOf(lines, (line) => BEGINS.test(line), bound)) {
    const article = articleIn(group.lines)
    if (article) yield article
  }
}

function articleIn(lines: readonly string[]): Exported | undefined {
  const fields = new Map<string, string[]>()
  let name = ''
  for (const { text: block } of cutBefore(blocksOf(lines), (line) => FIELD.test(line))) {
    const [, field, value = ''] = FIELD.exec(block) ?? []
    if (field) name = field
    const all = fields.get(name) ?? []
    all.push(field ? value : block)
    fields.set(name, all)
  }
  const one = (field: string) => fields.get(field)?.join(' ').trim() || undefined
  const text = textOf(fields.get('Full text') ?? [])
  if (text === '') return undefined
  const info = one('Publication info')
  return {
    title: one('Title') ?? fields.get('')?.[0],
    byline: withoutBy(one('Author')),
    published: one('Publication date') ?? info,
    outlet: one('Publication title') ?? info?.split(/[;,]/)[0],
    url: one('Document URL'),
    text,
  }
}
