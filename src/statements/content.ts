/** What a cue verb reports: the words after it, before it, and beyond an aside. */
import type { Span } from '../reading.ts'
import { clauseEnd, objectEnd } from './clause.ts'
import { type CueVerb, cueVerbs } from './cues.ts'
import { quoteEnd, quoteStart, type Scene, spanOf } from './scene.ts'
import type { Range } from './subject.ts'
import {
  days,
  determiners,
  isAdverb,
  isCapitalised,
  isOpeningQuote,
  isWord,
  objectPronouns,
  prepositions,
} from './words.ts'

/** A cue in its sentence: tokens [from, to), the verb itself at `verb`. */
export interface Cue extends Range {
  verb: number
  lexeme: CueVerb
}

/** How far after a cue "that" or a quotation may open the content: "said in an interview in Sochi on Monday that …". */
export const MAX_BETWEEN = 16

/** What the cue's frames let follow it, to the end of the clause. */
export function contentAfter(scene: Scene, { to, lexeme }: Cue): Span[] | undefined {
  const { frames } = lexeme
  const opening = contentStart(scene, to, frames)
  if (opening === undefined) return undefined
  const end = frames.object && !frames.clause ? objectEnd(scene, opening) : clauseEnd(scene, opening)
  if (end <= opening) return undefined
  const span = spanOf(scene, opening, end)
  // A quotation may go on over the next sentences.
  return [{ start: span.start, end: Math.max(span.end, scene.quotation[end - 1]?.end ?? 0) }]
}

function contentStart({ lower, tokens, quotation }: Scene, to: number, frames: CueVerb['frames']): number | undefined {
  const opens = (i: number): boolean =>
    /^(?:that|how|why|whether|what|if)$/.test(lower[i]!) ||
    (quotation[i] !== undefined && isOpeningQuote(tokens[i]!.form))
  if (lower[to] === undefined) return undefined
  if (opens(to)) return to
  if (frames.infinitive) {
    const infinitive = lower.indexOf('to', to)
    if (infinitive >= 0 && infinitive - to <= 2 && lower[to] !== ',') return infinitive
  }
  if (frames.object && !/^[.,;:?!)]$/.test(lower[to]!)) return to
  if (frames.quotation && lower[to] === ',' && to + 1 < lower.length && opens(to + 1)) return to + 1
  if (!frames.clause) return undefined
  const limit = Math.min(lower.length, to + MAX_BETWEEN)
  const adverbial = days.has(lower[to]!) || prepositions.has(lower[to]!) || isAdverb(lower[to]!)
  if (frames.recipient || adverbial || lower[to] === ':') {
    for (let i = to; i < limit; i++) {
      if (/^[.;?!]$/.test(lower[i]!)) break
      if (opens(i)) return i
      if (lower[i] === ':' || (lower[i] === ',' && quotation[i + 1])) return i + 1 < lower.length ? i + 1 : undefined
    }
  }
  if (frames.recipient) return afterRecipient(lower, tokens, to)
  if (adverbial && !days.has(lower[to]!)) return prepositions.has(lower[to]!) ? undefined : to + 1
  if (days.has(lower[to]!)) return to + 1 < lower.length ? to + 1 : undefined
  return /^[.,;:?!)\]—–-]$/.test(lower[to]!) ? undefined : to
}

/** "told them they could go": past a pronoun, a name or one noun. */
function afterRecipient(lower: readonly string[], tokens: Scene['tokens'], to: number): number | undefined {
  let i = to
  if (objectPronouns.has(lower[i]!)) return i + 1 < lower.length ? i + 1 : undefined
  while (
    i < lower.length &&
    (isCapitalised(tokens[i]!.form) || determiners.has(lower[i]!) || /^['’]s$|^reporters$/.test(lower[i]!))
  )
    i += 1
  return i > to && i < lower.length && isWord(lower[i]!) ? i : undefined
}

/** Tokens of "WASHINGTON (Meridian Wire) — " at the head of a report. */
function dateline({ lower, tokens }: Scene): number {
  const dash = lower.findIndex((word) => /^[—–-]$/.test(word))
  const { form } = tokens[0]!
  return dash > 0 && dash < 10 && form.length > 1 && form === form.toUpperCase() && isCapitalised(form) ? dash + 1 : 0
}

/** What stands before an aside: the sentence up to its comma, or the quotation it follows with what leads to it. */
export function contentBefore(scene: Scene, end: number): Span | undefined {
  const { lower, quotation } = scene
  let to = end
  while (to > 0 && !quotation[to - 1] && lower[to - 1] === ',') to -= 1
  if (to === 0) return undefined
  let from = dateline(scene)
  while (
    from < to &&
    !quotation[from] &&
    (/^(?:but|and|meanwhile|however|,)$/.test(lower[from]!) || !isWord(lower[from]!))
  )
    from += 1
  if (from >= to) return undefined
  const first = quotation[from]
  const whole = first && quoteStart(scene, from) === from && quoteEnd(scene, from) >= to
  // A quotation over several sentences is one content.
  if (whole) return { start: first.start, end: scene.tokens[to - 1]!.end }
  return spanOf(scene, from, to)
}

/** What goes on after an aside: ", analysts say, would undercut …". */
export function contentBeyond(scene: Scene, to: number): Span | undefined {
  const { lower, quotation } = scene
  if (lower[to] !== ',' || to + 2 >= lower.length) return undefined
  const from = to + 1
  if (!quotation[from] && isAdverb(lower[from]!)) return undefined
  if (
    cueVerbs(lower[from]!).some((cue) => cue.form === 'gerund') ||
    /^(?:who|which|and|but|as|when|while)$/.test(lower[from]!)
  )
    return undefined
  const end = clauseEnd(scene, from)
  return end > from ? spanOf(scene, from, end) : undefined
}
