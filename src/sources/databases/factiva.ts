/**
 * Factiva exports, articles that end in "Document XXXX…": with field codes (HD, BY, PD, LP, TD: "Full Article/Report plus Indexing"), or
 * laid out as an article (headline, byline, "624 words", date, source, code, language, rights).
 */
import { type Exported, textOf, withoutBy } from './article.ts'
import { blocksOf } from './blocks.ts'
import { isDateLine } from './date-line.ts'
import { type Bound, groupsOf, type Lines } from './groups.ts'

const ENDS = /^\s*(?:AN\s+)?(?:Document|Dokument|Documento) [A-Za-z0-9]{15,40}\s*$/
/** A length stands alone on its line, in the languages of Factiva's pages. */
const WORDS = /^[\d.,\u00a0]+ (?:words|Wörter|mots|palabras|parole)$/i
const CODES =
  'SE HD BY CR CX WC PD ET SN SC NGC GC ED PG VOL LA CY LP TD CT RF CO IN NS RE IPC IPD PUB AN CLM ART DLN RST'.split(
    ' ',
  )
const CODE = new RegExp(`^(${CODES.join('|')})(?:$|(\\t| +)(.*)$)`)
const RIGHTS = /^(?:Copyright\b|\(c\)|©)/i
const LANGUAGE =
  /^(?:English|Deutsch|German|Français|French|Español|Spanish|Italian|Italiano|Portuguese|Português|Dutch|Russian)$/
/** Most lines from the length of an article to its rights. */
const HEAD_LINES = 14

/** Whether lines are of such an export. */
export function isFactiva(lines: readonly string[]): boolean {
  const own = lines.map((line) => line.trim()).filter(Boolean)
  const codes = new Set(own.flatMap((line) => CODE.exec(line)?.[1] ?? []))
  if (['HD', 'PD'].every((it) => codes.has(it)) && ['SN', 'LP', 'TD'].some((it) => codes.has(it))) return true
  const length = own.findIndex((line) => WORDS.test(line))
  return length > 0 && isDateLine(own[length + 1] ?? '') && own.some((line) => ENDS.test(line) || RIGHTS.test(line))
}

/** The articles in the lines of an export. */
export async function* factivaArticles(lines: Lines, bound: Bound): AsyncGenerator<Exported> {
  for await (const group of groupsOf(lines, (line) => ENDS.test(line), bound)) {
    const article = articleIn(group.lines)
    if (article) yield article
  }
}

const articleIn = (lines: readonly string[]): Exported | undefined =>
  lines.some((line) => /^HD(?:\s|$)/.test(line.trim())) ? coded(lines) : laidOut(lines)

/** An article with field codes; a field goes on to the next code. */
function coded(lines: readonly string[]): Exported | undefined {
  const fields = new Map<string, string[]>()
  // Where codes are set off by one space only, a line of the text may begin like one: "IN the end".
  const wide = !lines.some((line) => /^HD \S/.test(line))
  let code = ''
  for (const line of lines.map((it) => it.trim())) {
    const [, name, gap = '', value = ''] = CODE.exec(line) ?? []
    const inText = code === 'LP' || code === 'TD'
    const isCode =
      name && (!inText || gap.length > 1 || gap === '\t' || line === name || (!wide && isIndexing(name, value)))
    if (isCode) code = name
    const all = fields.get(code) ?? []
    all.push(isCode ? value : line)
    fields.set(code, all)
  }
  const one = (name: string) => fields.get(name)?.join(' ').replace(/\s+/g, ' ').trim() || undefined
  const text = textOf(['LP', 'TD'].flatMap((name) => blocksOf(fields.get(name) ?? []).map((it) => it.text)))
  if (text === '') return undefined
  return { title: one('HD'), byline: withoutBy(one('BY')), published: one('PD'), outlet: one('SN'), text }
}

const isIndexing = (name: string, value: string): boolean =>
  name === 'TD' || /^(?:AN|PUB|IPD|IPC|CT|RF)$/.test(name) || / : /.test(value)

/** An article as it is laid out for readers. */
function laidOut(lines: readonly string[]): Exported | undefined {
  const own = lines.map((line) => line.replace(/\s+/g, ' ').trim())
  const length = own.findIndex((line) => WORDS.test(line))
  if (length < 0) return undefined
  const above = own.slice(0, length).filter(Boolean)
  const after = own.findIndex((line, i) => i > length && RIGHTS.test(line) && i < length + HEAD_LINES * 2)
  const language = own.findIndex((line, i) => i > length && LANGUAGE.test(line) && i < length + HEAD_LINES * 2)
  const start = Math.max(after, language, length)
  const head = own.slice(length + 1, start).filter(Boolean)
  const date = head.findIndex(isDateLine)
  const outlet = head.slice(date + 1).find((line) => !/^\d{1,2}:\d{2}(?: ?[AP]M)?$/i.test(line))
  const text = textOf(
    blocksOf(lines.slice(start + 1))
      .map((it) => it.text)
      .filter((it) => !/^Search Summary\b/.test(it)),
  )
  if (text === '') return undefined
  return { ...titled(above), published: head[date], outlet, text }
}

/** Above the length stand the headline, before it perhaps the section, after it perhaps the byline. */
function titled(above: readonly string[]): Pick<Exported, 'title' | 'byline'> {
  const last = above.at(-1) ?? ''
  const before = above.at(-2)
  const isByline = before !== undefined && (/^by\b/i.test(last) || (isNames(last) && !isNames(before)))
  return isByline ? { title: before, byline: withoutBy(last) } : { title: last }
}

/** "Ada Quill", "Ada Quill and Tom Reed in Strelsau": two to ten words, all but the small ones with a capital. */
const isNames = (line: string): boolean =>
  /^(?:[\p{Lu}][\p{L}.'’-]*|and|in|of|de|van|von|the|&)(?:,? (?:[\p{Lu}][\p{L}.'’-]*|and|in|of|de|van|von|the|&)){1,9}$/u.test(
    line,
  )
