/**
 * LexisNexis exports: the classic layout ("1 of 42 DOCUMENTS", BYLINE:, LENGTH:, LOAD-DATE:) and that of Nexis Uni ("Body", "Load-Date:",
 * "End of Document"), as lines of a text, a page, an RTF or a Word file.
 */
import { type Exported, textOf, withoutBy } from './article.ts'
import { blocksOf, cutBefore, type TextBlock } from './blocks.ts'
import { isDateLine } from './date-line.ts'
import { type Bound, groupsOf, type Lines } from './groups.ts'

const BEGINS = /^\s*(?:Document )?\d+ of \d+ DOCUMENTS?\s*$/
const ENDS = /^\s*End of Document\s*$/
/** Fields above the body. */
const HEAD = /^(BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|ABSTRACT|SERIES|HEADLINE|BODY)(?::\s*|$)(.*)$/is
/** A line that begins a field also where none is left empty before it. */
const FIELD_LINE =
  /^(?:BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|BODY):|^(?:Byline|Section|Length|Dateline|Highlight):|^Body$/
/** Fields and headings below it. */
const TAIL =
  /^(?:(?:LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|DOCUMENT-TYPE|SUBJECT|ORGANIZATION|COMPANY|TICKER|INDUSTRY|GEOGRAPHIC|COUNTRY|STATE|CITY|PERSON|JOURNAL-CODE|ACC-NO|DOC-ID|GRAPHIC|NOTES|CORRECTION|CORRECTION-DATE|TYPE|URL|UPDATE)|Load-Date|Language|Publication-Type|Journal Code|Subject|Industry|Geographic|Company|Person|Organization|URL):(?:\s|$)|^(?:Classification|Graphic|Notes|Correction)$/
const RIGHTS = /^(?:Copyright|©|\(c\))\b.*\d{4}|^All Rights Reserved\.?$/i
/** Longest head, in blocks, above the body of an article. */
const HEAD_BLOCKS = 40

/** Whether lines are of such an export. */
export function isNexis(lines: readonly string[]): boolean {
  const has = (pattern: RegExp) => lines.some((line) => pattern.test(line.trim()))
  if (has(BEGINS)) return true
  const fields = has(/^LENGTH:\s*[\d,]+ words/i) && (has(/^(?:BYLINE|SECTION|LOAD-DATE):/i) || has(/^Body$/))
  return fields || (has(ENDS) && has(/^(?:Load-Date|Length|Section|Byline):/))
}

/** The articles in the lines of an export. */
export async function* nexisArticles(lines: Lines, bound: Bound): AsyncGenerator<Exported> {
  let classic = false
  for await (const group of groupsOf(lines, (line) => BEGINS.test(line) || ENDS.test(line), bound)) {
    const article = articleIn(group.lines, classic)
    if (article) yield article
    classic = group.border !== undefined && BEGINS.test(group.border)
  }
}

/** The article in the lines between two marks; undefined where they hold none, such as a cover page. */
function articleIn(lines: readonly string[], classic: boolean): Exported | undefined {
  const all = cutBefore(blocksOf(lines), (line) => FIELD_LINE.test(line) || TAIL.test(line))
  const firstField = all.findIndex(({ text }, i) => i > 0 && HEAD.test(text))
  const above = splitAtDates(firstField < 0 ? all.slice(0, HEAD_BLOCKS) : all.slice(0, firstField))
  const dated = above.findLastIndex(({ text }) => isDateLine(text))
  if (firstField < 0 && dated < 0) return undefined
  const below = firstField < 0 ? above.slice(dated + 1).concat(all.slice(HEAD_BLOCKS)) : all.slice(firstField)
  const { fields, body } = partsOf(below)
  const end = body.findIndex(({ text, lines: its }) => TAIL.test(its[0]!) || (RIGHTS.test(text) && its.length <= 3))
  const text = textOf((end < 0 ? body : body.slice(0, end)).map((it) => it.text))
  if (text === '') return undefined
  const link = body.map((it) => /^URL:\s*(https?:\S+)/i.exec(it.text)?.[1]).find(Boolean)
  const title = fields.get('HEADLINE')
  return {
    ...headOf(above, dated, classic),
    ...(title && { title }),
    byline: withoutBy(fields.get('BYLINE')),
    ...(link && { url: link }),
    text,
  }
}

/** The fields above the body, and the body with what stands below it: from a "Body" on, or from the first block that is no field. */
function partsOf(blocks: readonly TextBlock[]): { fields: Map<string, string>; body: TextBlock[] } {
  const marked = blocks.findIndex(({ text }) => /^body(?::|$)/i.test(text))
  const unmarked = blocks.findIndex(({ text }) => !HEAD.test(text) && !RIGHTS.test(text))
  const head = blocks.slice(0, marked >= 0 ? marked : unmarked < 0 ? blocks.length : unmarked)
  const fields = new Map(
    head.flatMap(({ text }): [string, string][] => {
      const [, name, value] = HEAD.exec(text) ?? []
      return name ? [[name.toUpperCase(), value!.trim()]] : []
    }),
  )
  const rest = blocks.slice(head.length)
  const first = marked >= 0 ? rest.shift()!.text.replace(/^body:?\s*/i, '') : ''
  return { fields, body: first === '' ? rest : [{ text: first, lines: [first] }, ...rest] }
}

/** A line that is a date stands by itself, also where none is left empty around it. */
const splitAtDates = (blocks: readonly TextBlock[]): TextBlock[] =>
  blocks.flatMap((block) => {
    const at = block.lines.findIndex(isDateLine)
    if (at < 0) return [block]
    return [block.lines.slice(0, at), [block.lines[at]!], block.lines.slice(at + 1)]
      .filter((lines) => lines.length > 0)
      .map((lines) => ({ text: lines.join(' '), lines }))
  })

/** Outlet, date, perhaps an edition, and title stand above the fields in the classic layout; title, outlet and date in Nexis Uni. */
function headOf(above: readonly TextBlock[], dated: number, classic: boolean): Partial<Exported> {
  const own = (block: TextBlock) => !RIGHTS.test(block.text)
  if (dated < 0) return { title: above.findLast(own)?.text }
  const published = above[dated]!.text
  const before = above.slice(0, dated).filter(own)
  if (classic) {
    return { published, outlet: before.at(-1)?.lines.at(-1), title: above.slice(dated + 1).findLast(own)?.text }
  }
  const lines = before.flatMap((it) => it.lines)
  return { published, outlet: lines.at(-1), title: lines.at(-2) }
}
