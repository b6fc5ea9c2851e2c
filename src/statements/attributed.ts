/** Statements without a verb of saying: "according to S", "is seen by S as", "S's vow that C". */

import { clauseEnd } from './clause.ts'
import { contentAfter } from './content.ts'
import { cueNoun, cueVerbs } from './cues.ts'
import type { Found } from './found.ts'
import { quoteEnd, type Scene, spanOf } from './scene.ts'
import { groupStart, phraseAfter } from './subject.ts'
import { determiners, isCapitalised, isWord, openers } from './words.ts'

/** Every such statement of one sentence, in order. */
export function attributedIn(scene: Scene): Found[] {
  const found: Found[] = []
  for (let i = 0; i < scene.tokens.length; i++) {
    if (scene.quotation[i]) continue
    const one = accordingTo(scene, i) ?? quotedAs(scene, i) ?? seenBy(scene, i) ?? owned(scene, i) ?? named(scene, i)
    if (one) found.push(one)
  }
  return found
}

/** "C, according to S" and "According to S, C". */
function accordingTo(scene: Scene, i: number): Found | undefined {
  const { lower } = scene
  if (lower[i] !== 'according' || lower[i + 1] !== 'to') return undefined
  const source = phraseAfter(scene, i + 2)
  if (!source) return undefined
  const leads = i === 0 || !lower.slice(0, i).some(isWord)
  const from = leads ? source.to + 1 : clauseStart(scene, i)
  let to = leads ? clauseEnd(scene, from) : i
  while (to > from && lower[to - 1] === ',') to -= 1
  if (to <= from || from >= lower.length) return undefined
  return {
    source: spanOf(scene, source.from, source.to),
    cue: spanOf(scene, i, i + 2),
    content: [spanOf(scene, from, to)],
    act: 'say',
    rule: leads ? 'according.lead' : 'according.tail',
  }
}

/** Where the clause that token `end` closes begins: after "; " or ", but". */
function clauseStart({ lower, quotation }: Scene, end: number): number {
  for (let i = end - 1; i > 0; i--) {
    if (quotation[i]) continue
    if (lower[i] === ';' || (lower[i - 1] === ',' && /^(?:but|while)$/.test(lower[i]!))) return i + 1
  }
  return 0
}

/** Words between "quoted" and "as saying" at most. */
const MAX_QUOTED = 12

/** "quoted S as saying that C": S is the source, whoever quotes. */
function quotedAs(scene: Scene, i: number): Found | undefined {
  const { lower } = scene
  const lexeme = lower[i] === 'as' ? cueVerbs(lower[i + 1] ?? '').find(({ form }) => form === 'gerund') : undefined
  if (!lexeme) return undefined
  const from = lower
    .slice(Math.max(0, i - MAX_QUOTED), i)
    .findLastIndex((word) => /^(?:quot|cit)(?:ed|es|e|ing)$/.test(word))
  const first = Math.max(0, i - MAX_QUOTED) + from + 1
  const content = from >= 0 && first < i ? contentAfter(scene, { from: i, to: i + 2, verb: i + 1, lexeme }) : undefined
  if (!content) return undefined
  return {
    source: spanOf(scene, first, i),
    cue: spanOf(scene, i, i + 2),
    content,
    act: lexeme.act,
    rule: 'quoted-as',
  }
}

const views = new Set('seen regarded viewed described considered perceived known hailed denounced'.split(' '))

/** "X is seen by S as Y": the content is in two pieces. */
function seenBy(scene: Scene, i: number): Found | undefined {
  const { lower } = scene
  if (!views.has(lower[i]!) || lower[i + 1] !== 'by') return undefined
  const as = lower.indexOf('as', i + 2)
  const from = groupStart(scene, i)
  if (as < 0 || as - i > 12 || from === i) return undefined
  const end = clauseEnd(scene, as)
  let start = 0
  while (start < from && openers.has(lower[start]!)) start += 1
  if (as === i + 2 || start === from) return undefined
  return {
    source: spanOf(scene, i + 2, as),
    cue: spanOf(scene, from, i + 2),
    content: [spanOf(scene, start, from), spanOf(scene, as, end)],
    act: 'believe',
    rule: 'seen-by',
  }
}

/** "President Ivo's vow that C": the owner is the source. */
function owned(scene: Scene, i: number): Found | undefined {
  const { lower, tokens } = scene
  const noun = cueNoun(lower[i]!)
  if (!noun?.openers.has(lower[i + 1] ?? '')) return undefined
  const owner = ownerBefore(scene, i)
  if (!owner) return undefined
  // "his warning to the envoy" names who was warned, "his vow to fight" what was vowed.
  const named = determiners.has(lower[i + 2] ?? '') || isCapitalised(tokens[i + 2]?.form ?? '')
  if (lower[i + 1] === 'to' && named) return undefined
  const from = lower[i + 1] === 'that' || lower[i + 1] === 'to' ? i + 1 : i + 2
  const end = from < tokens.length ? clauseEnd(scene, from) : from
  if (end <= from) return undefined
  return {
    source: owner,
    cue: spanOf(scene, i, from),
    content: [spanOf(scene, from, end)],
    act: noun.act,
    rule: noun.id,
  }
}

/** A speaker's label longer than this is a heading. */
const MAX_LABEL = 6

/** "DARRELL SCOTT: …", "Envoy: ‘No deal’": a name and a colon at the head of a sentence. */
function named(scene: Scene, i: number): Found | undefined {
  const { lower, tokens, quotation } = scene
  if (lower[i] !== ':' || i === 0 || i > MAX_LABEL || i + 1 >= tokens.length) return undefined
  const isLabel = tokens.slice(0, i).every(({ form }) => isCapitalised(form) || /^[.()-]$|^of$/.test(form))
  if (
    !isLabel ||
    (!quotation[i + 1] && tokens.slice(0, i).some(({ form }) => form.length > 1 && form !== form.toUpperCase()))
  )
    return undefined
  const last = quotation[i + 1] ? quoteEnd(scene, i + 1) : clauseEnd(scene, i + 1)
  const content = spanOf(scene, i + 1, Math.max(i + 2, last))
  return {
    source: spanOf(scene, 0, i),
    cue: spanOf(scene, i, i + 1),
    content: [{ start: content.start, end: Math.max(content.end, quotation[i + 1]?.end ?? 0) }],
    act: 'say',
    rule: 'label',
  }
}

/** "John Kerry's", "his" before the noun, one adjective between them at most. */
function ownerBefore(scene: Scene, noun: number): ReturnType<typeof spanOf> | undefined {
  const { lower, tokens } = scene
  for (const at of [noun - 1, noun - 2]) {
    if (at < 0) break
    if (/^(?:his|her|its|their|my|our)$/.test(lower[at]!)) return spanOf(scene, at, at + 1)
    if (/^['’]s?$/.test(lower[at]!) && at > 0) {
      let from = at
      while (from > 0 && (isCapitalised(tokens[from - 1]!.form) || /^(?:of|the|-)$/.test(lower[from - 1]!))) from -= 1
      while (from < at && /^(?:of|-)$/.test(lower[from]!)) from += 1
      if (from === at && isWord(lower[at - 1]!)) {
        from = at - 1
        while (from > 0 && at - from < 4 && !determiners.has(lower[from]!)) from -= 1
      }
      return from < at ? spanOf(scene, from, at) : undefined
    }
  }
  return undefined
}
