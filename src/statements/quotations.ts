/** Quoted spans: curly, straight, doubled and single marks, over several paragraphs, and those that never close. */
import type { Span, Warning } from '../reading.ts'

/** A quotation with its marks. `fragments` has one span a paragraph; most quotations have one. */
export interface Quotation extends Span {
  fragments: Span[]
  closed: boolean
}

interface Mark {
  open: RegExp
  close: RegExp
}

/** Kinds of marks by what opens them. A single mark closes only before what is no letter: the rest are apostrophes. */
const marks: Record<string, Mark> = {
  '“': { open: /“/y, close: /[”“]/y },
  '„': { open: /„(?=\S)/y, close: /[“”]/y },
  '«': { open: /«/y, close: /»/y },
  '"': { open: /"(?=\S)/y, close: /"/y },
  '``': { open: /``/y, close: /''/y },
  '`': { open: /`(?=\p{L})/uy, close: /(?<=[\p{L}\p{N}.,!?…])['’](?![\p{L}\p{N}'])/uy },
  "''": { open: /''(?=\S)/y, close: /''/y },
  '‘': { open: /‘(?=\S)/y, close: /’(?![\p{L}\p{N}])/uy },
  "'": { open: /'(?=\p{L})/uy, close: /(?<=[\p{L}\p{N}.,!?…])'(?![\p{L}\p{N}])/uy },
}
/** Marks that are apostrophes too: they need a closing mark in their paragraph to count at all. */
const doubtful = new Set(['‘', "'", '`', '„'])

/** What may stand before an opening mark. */
const beforeOpening = /[\s([{—–/:-]/

/** All outermost quotations of a text whose paragraphs are parted by blank lines, in order. */
export function quotationsOf(text: string, warn: (warning: Warning) => void = () => {}): Quotation[] {
  const found: Quotation[] = []
  let open: Quotation | undefined
  for (const paragraph of paragraphsOf(text)) {
    let from = paragraph.start
    const first = open && continues(text, from)
    if (open && !first) {
      unclosed(open)
      open = undefined
    }
    while (from < paragraph.end) {
      const start = open ? { at: from, mark: markAt(text, from)! } : nextOpening(text, from, paragraph.end)
      if (!start) break
      const end = closing(text, start, paragraph.end)
      const fragment = { start: start.at, end: end ?? paragraph.end }
      if (open) open.fragments.push(fragment)
      else open = { ...fragment, fragments: [fragment], closed: false }
      open.end = fragment.end
      found.at(-1) === open || found.push(open)
      from = fragment.end
      if (end === undefined) break
      open.closed = true
      open = undefined
    }
  }
  if (open) unclosed(open)
  return found

  function unclosed({ start, fragments }: Quotation) {
    warn({
      code: 'W_QUOTE_UNCLOSED',
      message: 'A quotation opens here and does not close; it is read to the end of its paragraph.',
      span: { start, end: fragments[0]!.end },
    })
  }
}

/** Spans between blank lines. */
function paragraphsOf(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const gap of text.matchAll(/\n\s*\n|$/g)) {
    if (gap.index > start) spans.push({ start, end: gap.index })
    start = gap.index + gap[0].length
  }
  return spans
}

/** A quotation that goes on over a paragraph opens anew there with its mark. */
const continues = (text: string, at: number): boolean => ['“', '"', '«', '``', "''"].includes(markAt(text, at) ?? '')

function markAt(text: string, at: number): string | undefined {
  const two = text.slice(at, at + 2)
  const mark = two in marks ? two : text[at]!
  const rule = marks[mark]
  if (!rule) return undefined
  rule.open.lastIndex = at
  return rule.open.test(text) ? mark : undefined
}

const anyMark = /[“„«"`'‘]/g

/** Where the next character stands that may open a quotation; the text's length when there is none. */
function nextMark(text: string, from: number): number {
  anyMark.lastIndex = from
  return anyMark.exec(text)?.index ?? text.length
}

interface Opening {
  at: number
  mark: string
}

function nextOpening(text: string, from: number, end: number): Opening | undefined {
  for (let at = nextMark(text, from); at < end; at = nextMark(text, at + 1)) {
    const mark = markAt(text, at)
    if (!mark) continue
    if (mark === '“' || mark === '«' || at === 0 || beforeOpening.test(text[at - 1]!)) {
      if (!doubtful.has(mark) || closing(text, { at, mark }, end) !== undefined) return { at, mark }
    }
    at += mark.length - 1
  }
  return undefined
}

/** One past the closing mark, if there is one before `end`. A pair of curly marks inside another pair is part of it. */
function closing(text: string, { at, mark }: Opening, end: number): number | undefined {
  const { close } = marks[mark]!
  const nests = mark === '“'
  let depth = 1
  for (let i = at + mark.length; i < end; i++) {
    close.lastIndex = i
    const found = close.exec(text)
    if (!found) continue
    // Where the text ends before as many ” as “ have come, the first never closed; the paragraph's end will say so.
    depth += nests && found[0] === '“' ? 1 : -1
    if (depth === 0) return i + found[0].length
  }
  return undefined
}
