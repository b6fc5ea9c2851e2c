/** Statements as the model marks them, nested ones left out: it learnt from outermost statements. */
import type { Analysis, Token } from '../language/index.ts'
import type { Span } from '../reading.ts'
import { cueNoun, cueVerbs } from './cues.ts'
import type { Found } from './found.ts'
import { type Marked, type Net, net } from './net.ts'
import { type Passage, passagesOf } from './passages.ts'
import { declinedAt } from './polarity.ts'
import { openers } from './words.ts'

/** Statements of a text in the order of their cues. */
export async function learnedIn(analysis: Analysis): Promise<Found[]> {
  if (analysis.tokens.length === 0) return []
  const { mark, meta } = await net()
  const marked = await mark(analysis, passagesOf(analysis))
  // Two heads may be of one cue ("has vowed and promised to"): the surer one has it.
  const kept = new Map<Passage, Found[]>()
  for (const one of marked.sort((a, b) => b.isCue - a.isCue)) {
    const found = foundIn(analysis, one, meta)
    if (!found) continue
    const others = kept.get(one.passage) ?? []
    if (!others.some(({ cue }) => cue!.start < found.cue!.end && found.cue!.start < cue!.end)) others.push(found)
    kept.set(one.passage, others)
  }
  return [...kept.values()].flat().sort((a, b) => a.cue!.start - b.cue!.start)
}

function foundIn(analysis: Analysis, marked: Marked, { sure, unsourced }: Net['meta']): Found | undefined {
  const { tokens } = analysis
  const { anchor } = marked
  const bare = trimmed(tokens, marked)
  const content = spansOf(tokens, bare, 'content')
  if (content.length === 0) return undefined
  const cues = spansOf(tokens, marked, 'cue')
  const cue = cues.find(({ start, end }) => start <= tokens[anchor]!.start && tokens[anchor]!.end <= end) ?? cues[0]
  if (!cue) return undefined
  const source = spansOf(tokens, bare, 'source')[0] ?? null
  const share = shareOf(scoreOf(marked), sure)
  return {
    source,
    cue,
    content,
    act: declinedAt(analysis, tokens[anchor]!) ? 'decline' : actOf(tokens, anchor, cue),
    rule: 'learned',
    confidence: source ? share : Math.min(share, unsourced),
  }
}

/** Without what joins a content to the sentence, "| Meanwhile, | it was over | , | she said", and the mark of a source that owns its cue, "her aide | 's | vow". */
function trimmed(tokens: readonly Token[], marked: Marked): Marked {
  const { passage } = marked
  const form = (t: number) => tokens[passage.first + t]?.form ?? ''
  const tags = [...marked.tags]
  for (let t = 0; t < tags.length; t++) {
    if (tags[t] === 'B-content' && openers.has(form(t).toLowerCase()) && form(t + 1) === ',') {
      tags.fill('O', t, t + 2)
      if (tags[t + 2] === 'I-content') tags[t + 2] = 'B-content'
    }
    if (tags[t] === 'I-source' && tags[t + 1] !== 'I-source' && tokens[passage.first + t]!.xpos === 'POS') tags[t] = 'O'
    if (tags[t] === 'I-content' && tags[t + 1] !== 'I-content' && /^[,.;]$/.test(form(t))) tags[t] = 'O'
  }
  return { ...marked, tags }
}

/** Fragments of one role, in text order. */
function spansOf(tokens: readonly Token[], { tags, passage }: Marked, role: string): Span[] {
  const spans: Span[] = []
  const [begins, goesOn] = [`B-${role}`, `I-${role}`]
  for (let t = 0; t < tags.length; t++) {
    const tag = tags[t]!
    if (tag !== begins && tag !== goesOn) continue
    const { start, end } = tokens[passage.first + t]!
    if (tag === begins) spans.push({ start, end })
    else spans.at(-1)!.end = end
  }
  return spans
}

/** The kind of speech act that a cue names, by its head or else by another of its words: a verb, or a noun ("’s vow"). */
function actOf(tokens: readonly Token[], anchor: number, cue: Span): string {
  const others = tokens
    .slice(Math.max(0, anchor - MAX_CUE), anchor + MAX_CUE)
    .filter((it) => cue.start <= it.start && it.end <= cue.end)
  for (const { index } of [tokens[anchor]!, ...others]) {
    const word = tokens[index]!.form.toLowerCase()
    const next = tokens[index + 1]?.form.toLowerCase()
    const verb = cueVerbs(word).find(({ particle }) => !particle || particle === next)
    const act = verb?.act ?? cueNoun(word)?.act
    if (act) return act
  }
  return 'say'
}
/** Tokens of a cue on either side of its head at most. */
const MAX_CUE = 8

/** One number to sort statements by: most tags are right where only one border is in doubt, so their probability weighs less. */
export const scoreOf = ({ isCue, areTags }: Pick<Marked, 'isCue' | 'areTags'>): number => isCue * areTags ** TAGS_WEIGHT
const TAGS_WEIGHT = 0.25

/** How often statements with such a score were right. */
export const shareOf = (score: number, sure: readonly [number, number][]): number =>
  sure.findLast(([least]) => score >= least)?.[1] ?? sure[0]![1]
