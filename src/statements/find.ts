import type { Analysis } from '../language/index.ts'
import type { Span } from '../reading.ts'
import { firstEndingAfter, spanIndex } from '../spans.ts'
import { attributedIn } from './attributed.ts'
import { withBareQuotations } from './bare.ts'
import type { Found } from './found.ts'
import { learnedIn } from './learned.ts'
import type { Quotation } from './quotations.ts'
import { reportedIn } from './reported.ts'
import { quotedScenes, stagingOf } from './scene.ts'
import { turnsIn } from './turns.ts'
import { withWholeQuotations } from './whole.ts'
import { isOpeningQuote, isWord } from './words.ts'

/** Rules that are trusted where the model marks nothing: it hardly ever saw what they look for. */
const trusted = new Set(['label', 'seen-by', 'turn'])
/** What binds somebody: the commitments room stands on these statements, so that missing one costs more than a doubtful one. */
const binding = new Set(['offer', 'promise', 'threaten', 'demand'])
/** Rules that know better than the model where a source and a content end. */
const stricter = new Set(['seen-by', 'turn'])

/**
 * All statements of a text in order, speakers not yet resolved: those of the model, which are outermost; inside their contents
 * what rules find; and quotations that no cue reports.
 */
export async function findStatements(analysis: Analysis): Promise<Found[]> {
  const { quotations } = stagingOf(analysis)
  const ruled = ruledIn(analysis)
  const strict = ruled.filter(({ rule }) => stricter.has(rule)).sort(byPlace)
  const outer = [...strict, ...unmarked(await learnedIn(analysis), strict)].sort(byPlace)
  const contents = spanIndex(outer, ({ content }) => content)
  const goingOn = new Map<Found, Found>()
  const added = unmarked(ruled, outer).flatMap((it) => {
    const holder = contents.covering(it.cue!)[0]
    if (holder && goesOn(it, holder) && isQuoted(analysis.text, it) && !isInside(it.cue!, quotations)) {
      if (!goingOn.has(holder)) goingOn.set(holder, it)
      return it
    }
    if (holder) return within(it, holder)
    // In a quotation that nobody is known to say nothing is known to be said.
    if (isInside(it.cue!, quotations)) return []
    return trusted.has(it.rule) || binding.has(it.act) || isNaming(analysis.text, it) || isQuoted(analysis.text, it)
      ? it
      : []
  })
  const ended = outer.map((it) => upTo(it, goingOn.get(it)?.cue, analysis.text))
  const whole = withWholeQuotations([...ended, ...added].sort(byPlace), quotations)
  return withBareQuotations(analysis, whole, quotations)
}

const byPlace = (a: Found, b: Found) => a.cue!.start - b.cue!.start

/** Those whose cue no other statement has; the others' cues are in text order and do not overlap. */
function unmarked(all: readonly Found[], others: readonly Found[]): Found[] {
  const cues = others.map(({ cue }) => cue!)
  return all.filter(({ cue }) => {
    const near = cues[firstEndingAfter(cues, cue!.start)]
    return near === undefined || near.start >= cue!.end
  })
}

const isInside = ({ start }: Span, quotations: readonly Quotation[]): boolean =>
  (quotations[firstEndingAfter(quotations, start)]?.start ?? start + 1) <= start

/** "labels them as terrorists": who calls whom what. */
const isNaming = (text: string, { act, content }: Found) =>
  act === 'describe' && content.some(({ start, end }) => / as [“"‘a-z]/.test(text.slice(start, end)))

/** A quotation with a cue and a speaker is speech, however unsure the model may be. */
const isQuoted = (text: string, { content }: Found) => isOpeningQuote(text[content[0]!.start]!)

/** "Quill said the road was closed, | and added “…”": whoever goes on does not report himself. */
const goesOn = (it: Found, holder: Found): boolean =>
  it.rule.endsWith('.on') &&
  it.source !== null &&
  holder.source !== null &&
  it.source.start < holder.source.end &&
  holder.source.start < it.source.end

/** A statement whose content ends before its speaker goes on with another cue, if there is one. */
function upTo(it: Found, next: Span | null | undefined, text: string): Found {
  if (!next) return it
  const content = it.content.flatMap(({ start, end }) => {
    const stop = end <= next.start ? end : start + text.slice(start, next.start).replace(BETWEEN, '').length
    return stop > start ? [{ start, end: stop }] : []
  })
  return content.length > 0 ? { ...it, content } : it
}
/** What joins one report to the next. */
const BETWEEN = /[\s,—–]+(?:and|but)?(?:\s+then|\s+also)?\s*$/

/** A statement without what stands outside the content that holds its cue: rules do not see where that begins. */
function within(it: Found, { content }: Found): Found {
  const around = content.find(({ start, end }) => start <= it.cue!.start && it.cue!.end <= end)!
  const { source } = it
  const crosses = source !== null && source.start < around.start && around.start < source.end
  return crosses ? { ...it, source: { start: around.start, end: source.end } } : it
}

/** Statements that rules find, each with a cue. */
export const ruledIn = (analysis: Analysis): Found[] =>
  [
    ...turnsIn(analysis),
    ...stagingOf(analysis)
      .scenes.flatMap((scene) => [scene, ...quotedScenes(scene)])
      .flatMap((scene) => [...reportedIn(scene), ...attributedIn(scene)]),
  ].filter(({ content }) => content.some(({ start, end }) => isWord(analysis.text.slice(start, end))))
