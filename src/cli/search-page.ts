/** Results of a search as a page for people: the sentence with the words that were found, and under it whose it is. */
import type { Found, Hit } from '../record/index.ts'
import { clip, columns, wrap } from './layout.ts'
import type { PageOptions, Style } from './page.ts'
import { counted } from './record.ts'

/** Columns of the name of a facet. */
const LABEL = 11

/** The results, the facets where they were counted, and how to go on. */
export function searchPage(found: Found, { width, style }: PageOptions): string {
  const { total, hits, facets, next } = found
  const lines = [style.dim(total === 0 ? 'Nothing found.' : counted(total, 'result')), '']
  for (const hit of hits) lines.push(...linesOf(hit, width, style), '')
  for (const [name, counts] of Object.entries(facets ?? {})) {
    if (counts.length === 0) continue
    const values = counts.map(({ value, count }) => `${value} ${style.dim(String(count))}`).join(' · ')
    const [first, ...others] = wrap(values, width - LABEL)
    lines.push(`${style.cyan(name.padEnd(LABEL))}${first}`, ...others.map((line) => ' '.repeat(LABEL) + line))
  }
  if (facets && total > 0) lines.push('')
  if (next) lines.push(style.dim(`More: --after ${next}`), '')
  return `${lines.join('\n')}\n`
}

function linesOf(hit: Hit, width: number, style: Style): string[] {
  const { kind, speaker, sourcing, form, act, type, country, sector, published, outlet, title, document, id } = hit
  const who = [country, sector].filter(Boolean).join(' ')
  const says = [speaker, [sourcing, who].filter(Boolean).join(', ')].filter(Boolean).join(' · ')
  const what = [type, form, act].filter(Boolean).join(' · ')
  const where = [published, outlet, title].filter(Boolean).join(' · ')
  return [
    ...wrap(markedText(hit, style), width - 2).map((line) => `  ${line}`),
    ...columns(`  ${style.cyan(kind.padEnd(11))}`, style.bold(says), style.dim(what), width),
    `  ${' '.repeat(11)}${style.dim(clip(where, width - 13))}`,
    `  ${' '.repeat(11)}${style.dim(`${document} ${id}`)}`,
  ]
}

/** The sentences with what was found in bold and between angle brackets, so that it is seen without colours, too. */
function markedText({ sentences, marks }: Hit, style: Style): string {
  return sentences
    .map(({ start, end, text }) => {
      let shown = ''
      let at = 0
      for (const mark of marks.filter((it) => it.start >= start && it.end <= end)) {
        const [from, to] = [mark.start - start, mark.end - start]
        shown += text.slice(at, from) + style.bold(`«${text.slice(from, to)}»`)
        at = to
      }
      return shown + text.slice(at)
    })
    .join(' ')
}
