/** Quotations that no cue reports: those that go on after "…, he said.", and those that stand alone. */
import type { Analysis } from '../language/index.ts'
import type { Span } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'
import { type Found, startOf } from './found.ts'
import { phraseOf } from './noun-phrase.ts'
import type { Quotation } from './quotations.ts'

/** A shorter quotation is a name or a word held at arm's length. */
const MIN_WORDS = 4

/**
 * The statements with what the speaker went on to say in the same paragraph, and with quotations that stand alone. Both
 * lists are in text order, and so is the result.
 */
export function withBareQuotations(
  analysis: Analysis,
  found: readonly Found[],
  quotations: readonly Quotation[],
): Found[] {
  const { text } = analysis
  const result = found.map((it) => ({ ...it, content: [...it.content] }))
  for (const quotation of quotations) {
    if (result.some((it) => it.content.some((span) => span.start < quotation.end && quotation.start < span.end)))
      continue
    if (!isUtterance(text, quotation)) continue
    const before = result.filter((it) => startOf(it) < quotation.start)
    const last = before.reduce<Found | undefined>(
      (a, b) => (a && a.content.at(-1)!.end > b.content.at(-1)!.end ? a : b),
      undefined,
    )
    const between = last && text.slice(Math.max(last.cue?.end ?? 0, last.content.at(-1)!.end), quotation.start)
    if (last?.source && between !== undefined && !/\n/.test(between) && isSpoken(text, last)) {
      last.content.push(...quotation.fragments)
    } else {
      const goesOn = between !== undefined && /^[^\n]*\n\s*$/.test(between) ? last?.source : undefined
      const acting = goesOn ? undefined : actingBefore(quotation.start, analysis)
      result.push({
        source: goesOn ?? acting ?? null,
        cue: null,
        content: quotation.fragments,
        act: 'say',
        rule: goesOn ? 'bare.on' : acting ? 'bare.subject' : 'bare',
      })
    }
  }
  return result.sort((a, b) => startOf(a) - startOf(b))
}

/** Who does something in the sentence right before a quotation in its paragraph: "Quill shook her head. “No.”" */
function actingBefore(place: number, { tokens, sentences, text }: Analysis): Span | undefined {
  const here = sentences[firstEndingAfter(sentences, place)]
  const before = sentences[firstEndingAfter(sentences, place) - 1]
  if (!here || !before || before.paragraph !== here.paragraph || text.slice(before.end, place).trim() !== '')
    return undefined
  const subject = tokens
    .slice(before.first, before.last)
    .find(({ deprel, head }) => deprel === 'nsubj' && tokens[head]!.deprel === 'root')
  const isPerson = subject && (subject.name.endsWith('PER') || /^s?he$/i.test(subject.form))
  return isPerson ? phraseOf(subject, { tokens }) : undefined
}

/** Whether a quotation is somebody speaking, not a name or a word held at arm's length: whole sentences from their start, or a paragraph. */
function isUtterance(text: string, { start, end }: Quotation): boolean {
  const words = text.slice(start, end).split(/\s+/).length
  if (/(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 3), start)) && /^\s*(?:\n|$)/.test(text.slice(end, end + 3)))
    return true
  return words >= MIN_WORDS && /(?:^|[\n.!?:”"]\s*)$/.test(text.slice(Math.max(0, start - 3), start))
}

/** Whether some of a statement's content is quoted. */
const isSpoken = (text: string, { content }: Found) =>
  content.some(({ start, end }) => /["“”‘’]/.test(text.slice(start, end)))
