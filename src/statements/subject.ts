/** Who stands before or after a cue: the noun phrase, told from the words around it without a parse. */
import type { Scene } from './scene.ts'
import {
  auxiliaries,
  clauseOpeners,
  days,
  determiners,
  isAdverb,
  isCapitalised,
  isStop,
  isWord,
  nobody,
  objectPronouns,
  openers,
  prepositions,
  subjectPronouns,
} from './words.ts'

/** [from, to) in tokens of the scene. */
export interface Range {
  from: number
  to: number
}

/** A longer phrase is no subject but a clause misread. */
const MAX_SUBJECT = 30

/** The first token of the verb group whose main verb is token `verb`: "had also said", "did not say". */
export function groupStart({ lower, quotation }: Scene, verb: number): number {
  let from = verb
  while (from > 0 && !quotation[from - 1] && inGroup(lower, from - 1)) from -= 1
  return from
}

/** "’s" is a verb after a pronoun only: "he’s said", but "the town’s elders". */
const inGroup = (lower: readonly string[], i: number) =>
  /^['’]s$/.test(lower[i]!)
    ? subjectPronouns.has(lower[i - 1] ?? '')
    : auxiliaries.has(lower[i]!) || isAdverb(lower[i]!)

/** The noun phrase that ends right before token `end`, with what a comma adds to it; undefined where none can be told. */
export function subjectBefore(scene: Scene, end: number): Range | undefined {
  const { lower } = scene
  let to = end
  if (lower[end - 1] === ',') {
    const comma = end - 1
    const before = lower.lastIndexOf(',', comma - 1)
    if (before < 1 || scene.quotation[before] || !isApposition(scene, before + 1)) return undefined
    to = before
    const head = phraseBefore(scene, to)
    return head && { from: head.from, to: comma + 1 }
  }
  return phraseBefore(scene, to)
}

/** What may stand between commas after a name: "a spokesman for …", "who …", "head of …". */
function isApposition({ lower, tokens }: Scene, at: number): boolean {
  const word = lower[at]!
  return (
    determiners.has(word) || /^(?:who|whose|which|head|chief|leader|\d+)$/.test(word) || isCapitalised(tokens[at]!.form)
  )
}

/** Without the day before its verb: "the president on Thursday | said". */
function withoutDay(lower: readonly string[], from: number, to: number): number {
  if (to - from < 2 || !days.has(lower[to - 1]!)) return to
  return prepositions.has(lower[to - 2]!) ? to - 2 : to - 1
}

function phraseBefore(scene: Scene, end: number): Range | undefined {
  const { lower, tokens } = scene
  let to = end
  let from = to
  while (from > 0 && to - from < MAX_SUBJECT && !endsPhrase(scene, from - 1, to)) from -= 1
  if (from > 0 && /^(?:who|which|that)$/.test(lower[from - 1]!) && from === to) return { from: from - 1, to }
  // After an auxiliary stands the rest of a verb phrase, no subject: "might fall into the wrong hands also worried".
  if (from > 0 && from < to && auxiliaries.has(lower[from - 1]!) && !/^['’]s$/.test(lower[from - 1]!)) return undefined
  from = trimmed(scene, from, to)
  to = withoutDay(lower, from, to)
  if (from >= to) return undefined
  const last = lower[to - 1]!
  if (/^['’]s?$/.test(last) || nobody.has(last) || /^\p{Ll}.*(?:ed|ing)$/u.test(tokens[to - 1]!.form)) return undefined
  const only = to - from === 1
  if (only && !isNominal(scene, from)) return undefined
  if (prepositions.has(last) || determiners.has(last) === !subjectPronouns.has(last) || isStop(last)) {
    if (!subjectPronouns.has(last)) return undefined
  }
  return isWord(tokens[to - 1]!.form) || /[.)]$/.test(last) ? { from, to } : undefined
}

/** Whether token `i` parts the phrase from what is before it. */
function endsPhrase({ lower, tokens, quotation }: Scene, i: number, to: number): boolean {
  const word = lower[i]!
  if (quotation[i] || (!isWord(word) && !/^['’&./()-]|^'s$|^’s$/.test(word))) return true
  if (word === 'and' || word === '&') {
    // "Sanders and Clinton", "the army and the police" are one subject; "left and officials" are two clauses.
    const joined = i + 1 < to && (isCapitalised(tokens[i + 1]!.form) || determiners.has(lower[i + 1]!))
    return !(joined && i > 0 && (isCapitalised(tokens[i - 1]!.form) || determiners.has(lower[i - 2] ?? '')))
  }
  if (i > 0 && /^(?:\.|;|:)$/.test(word)) return true
  return (
    clauseOpeners.has(word) ||
    (auxiliaries.has(word) && !/^['’]s$/.test(word) && word !== 'to') ||
    word === 'who' ||
    word === 'which'
  )
}

/** Past what opens a sentence: conjunctions, adverbs, "On Monday", "In Geneva". */
function trimmed({ lower, tokens }: Scene, from: number, to: number): number {
  let at = from
  while (at < to) {
    const word = lower[at]!
    if (openers.has(word) || (isAdverb(word) && at + 1 < to) || days.has(word)) at += 1
    else if (isTimeSpan(lower, at)) at += 3
    else if (prepositions.has(word)) {
      const next = phraseAfterPreposition(lower, tokens, at + 1, to)
      if (next === undefined) return to
      at = next
    } else break
  }
  return at
}

/** "A day earlier", "two weeks later". */
const isTimeSpan = (lower: readonly string[], at: number) =>
  determiners.has(lower[at]!) &&
  /^(?:hour|day|week|month|year)s?$/.test(lower[at + 1] ?? '') &&
  /^(?:earlier|later|before|ago|after)$/.test(lower[at + 2] ?? '')

/** Where the subject starts after an opening prepositional phrase without a comma. */
function phraseAfterPreposition(lower: readonly string[], tokens: Scene['tokens'], from: number, to: number) {
  for (let at = from + 1; at < to; at++) {
    const starts = determiners.has(lower[at]!) || subjectPronouns.has(lower[at]!)
    const name = isCapitalised(tokens[at]!.form) && (days.has(lower[at - 1]!) || /^\d+$/.test(lower[at - 1]!))
    if (name || (starts && !prepositions.has(lower[at - 1]!))) return at
  }
  return undefined
}

const isNominal = ({ lower, tokens }: Scene, at: number) =>
  subjectPronouns.has(lower[at]!) ||
  isCapitalised(tokens[at]!.form) ||
  /(?:[^s]s|people|police|men|women|other)$/.test(lower[at]!)

/** The noun phrase that begins at token `from`: up to a comma, a stop, a verb or a new clause. */
export function phraseAfter(scene: Scene, from: number): Range | undefined {
  const { lower, tokens, quotation } = scene
  let to = from
  while (to < lower.length && to - from < MAX_SUBJECT) {
    const word = lower[to]!
    const name = isCapitalised(tokens[to]!.form)
    if (quotation[to] && !quotation[from]) break
    if (to > from && (clauseOpeners.has(word) || word === 'who' || auxiliaries.has(word)) && word !== 'and') {
      if (!/^['’]s$/.test(word)) break
    }
    if (word === 'and' && !(to + 1 < lower.length && isCapitalised(tokens[to + 1]!.form))) break
    if (!isWord(word) && !/^[-'’&/.]|^['’]s$/.test(word)) break
    if (word === '.' && to === lower.length - 1) break
    if (to > from && days.has(word) && !name) break
    if (to > from && prepositions.has(word) && days.has(lower[to + 1] ?? '')) break
    to += 1
  }
  if (to > from && days.has(lower[to - 1]!)) to -= 1
  return to > from && !objectPronouns.has(lower[from]!) ? { from, to } : undefined
}
