/** Statements that a verb reports: "S said that C", "C, S said", "“C,” said S", "S said C and added C", ", saying C". */
import type { Span } from '../reading.ts'
import { type Cue, contentAfter, contentBefore, contentBeyond, MAX_BETWEEN } from './content.ts'
import { type CueVerb, cueVerbs } from './cues.ts'
import type { Found } from './found.ts'
import { type Scene, spanOf } from './scene.ts'
import { groupStart, phraseAfter, type Range, subjectBefore } from './subject.ts'
import { auxiliaries, days, determiners, isAdverb, isCapitalised, prepositions, subjectPronouns } from './words.ts'

/** All statements with a cue verb in one sentence, in order. */
export function reportedIn(scene: Scene): Found[] {
  const found: Found[] = []
  let last: Found | undefined
  for (let verb = 0; verb < scene.tokens.length; verb++) {
    if (scene.quotation[verb] || cueVerbs(scene.lower[verb]!).length === 0) continue
    // "Ban Ki-moon", "Charge": a capital inside a sentence makes a name of it.
    if (verb > 0 && isCapitalised(scene.tokens[verb]!.form)) continue
    const statement = firstReading(scene, verb, last)
    if (!statement) continue
    found.push(statement)
    last = statement
    const end = statement.cue!.end
    while (verb + 1 < scene.tokens.length && scene.tokens[verb + 1]!.start < end) verb += 1
  }
  return found
}

/** What the first cue verb that fits makes of a word. */
function firstReading(scene: Scene, verb: number, last: Found | undefined): Found | undefined {
  for (const lexeme of cueVerbs(scene.lower[verb]!)) {
    const found = reading(scene, verb, lexeme, last)
    if (found) return found
  }
  return undefined
}

function reading(scene: Scene, verb: number, lexeme: CueVerb, last: Found | undefined): Found | undefined {
  const { lower } = scene
  if (lexeme.particle && lower[verb + 1] !== lexeme.particle) return undefined
  const cue: Cue = { from: groupStart(scene, verb), to: verb + (lexeme.particle ? 2 : 1), verb, lexeme }
  if (lexeme.form === 'gerund' && !isProgressive(scene, cue)) return continued(scene, cue, last)
  if (cue.from > 0 && /^(?:and|but)$/.test(lower[cue.from - 1]!) && last && lexeme.form !== 'base') {
    return continued(scene, cue, last)
  }
  if (isPassive(scene, cue)) return undefined
  return inverted(scene, cue) ?? afterSubject(scene, cue)
}

/** "is offering", "has been saying". */
const isProgressive = ({ lower }: Scene, { from, verb }: Cue) =>
  lower.slice(from, verb).some((word) => /^(?:is|are|was|were|been)$/.test(word))

/** "was told", "been accused": the source is not the subject. */
const isPassive = ({ lower }: Scene, { from, verb, lexeme }: Cue) =>
  (lexeme.form === 'finite' || lexeme.form === 'participle') &&
  lower.slice(from, verb).some((word) => /^(?:is|are|was|were|be|been|being)$/.test(word))

/** ", saying that …", "and added …": the speaker goes on. */
function continued(scene: Scene, cue: Cue, last: Found | undefined): Found | undefined {
  const before = scene.lower[cue.from - 1]
  if (!last?.source || !before || !/^(?:,|and|but|—|–)$/.test(before)) return undefined
  const content = contentAfter(scene, cue)
  return (
    content && {
      source: last.source,
      cue: spanOf(scene, cue.from, cue.to),
      content,
      act: cue.lexeme.act,
      rule: `${cue.lexeme.id}.on`,
    }
  )
}

/** "“…,” said S", "…, said S.": only verbs of saying stand before their subject. */
function inverted(scene: Scene, cue: Cue): Found | undefined {
  const { lower, tokens, quotation } = scene
  const { verb, from, to, lexeme } = cue
  const before = from - 1
  if (from !== verb || before < 0 || !lexeme.frames.quotation) return undefined
  const afterQuote = quotation[before] !== undefined
  if (!afterQuote && lower[before] !== ',') return undefined
  const next = tokens[to]
  if (!next || subjectPronouns.has(lower[to]!) || !(isCapitalised(next.form) || determiners.has(lower[to]!)))
    return undefined
  if (!afterQuote && !/^\p{Lu}/u.test(next.form) && determiners.has(lower[to]!)) return undefined
  const subject = phraseAfter(scene, to)
  const content = subject && contentBefore(scene, from)
  if (!content) return undefined
  const source = withApposition(scene, subject)
  const goesOn = quotation[source.to + 1] || auxiliaries.has(lower[source.to + 1] ?? '')
  const rest = goesOn ? contentBeyond(scene, source.to) : undefined
  return found(scene, cue, source, rest ? [content, rest] : [content], 'inverted')
}

/** "Ada Quill, a spokeswoman for the ministry": up to the next comma or the end. */
function withApposition({ lower, quotation }: Scene, { from, to }: Range): Range {
  if (
    lower[to] !== ',' ||
    !(determiners.has(lower[to + 1] ?? '') || /^(?:who|whose|head|chief)$/.test(lower[to + 1] ?? ''))
  )
    return { from, to }
  let end = to + 1
  while (end < lower.length && !quotation[end] && !/^[,.;]$/.test(lower[end]!)) end += 1
  return { from, to: end }
}

function afterSubject(scene: Scene, cue: Cue): Found | undefined {
  const { lower, quotation } = scene
  const subject = subjectBefore(scene, cue.from)
  if (!subject || !isFiniteVerb(scene, cue, subject)) return undefined
  const before = subject.from - 1
  const quoted = before >= 0 && cue.lexeme.frames.quotation && closesSpeech(scene, before)
  const parenthetical = before >= 0 && (lower[before] === ',' || quotation[before] !== undefined)
  const next = lower[cue.to]
  const stops = next === undefined || /^[.,;?!]$/.test(next)
  if (quoted || (parenthetical && cue.lexeme.frames.clause && (stops || isAside(scene, cue)))) {
    const content = contentBefore(scene, subject.from)
    if (content) {
      const rest = contentBeyond(scene, cue.to)
      return found(scene, cue, subject, rest ? [content, rest] : [content], 'aside')
    }
  }
  const content = contentAfter(scene, cue)
  return content && found(scene, cue, subject, content, 'clause')
}

/** Whether token `i` is the closing mark of "…,” S said": speech, not a word held at arm's length. */
const closesSpeech = ({ quotation, tokens, lower }: Scene, i: number) =>
  quotation[i] !== undefined && quotation[i]!.end === tokens[i]!.end && /^[,?!—–-]$|^\.\.\.$/.test(lower[i - 1] ?? '')

/** A base form is finite only after a plural or a modal; "the report", "U.S. demands" are nouns. */
function isFiniteVerb({ lower, tokens }: Scene, { verb, lexeme, from }: Cue, subject: Range): boolean {
  const group = lower.slice(from, verb)
  if (group.includes('to')) return false
  const helped = group.some((word) => auxiliaries.has(word))
  const head = lower[subject.to - 1]!
  if (lexeme.form === 'participle') return helped
  if (lexeme.form === 'base') {
    if (helped) return !group.some((word) => /^(?:has|have|had|is|are|was|were)$/.test(word))
    const plural = /(?:[^s']s|people|police|men|women|many|some|others|most|they|we|i|you|who|few|several|all)$/.test(
      head,
    )
    return plural && subject.to - subject.from < 12
  }
  if (helped && lower[verb]!.endsWith('s')) return false
  // A capital on the cue itself is a title or a heading: "Says", "Reports".
  return !determiners.has(head) && !isCapitalised(tokens[verb]!.form)
}

/** After "S said" in an aside only adverbs and places of speech follow before the clause goes on. */
function isAside({ lower, quotation }: Scene, { to: from, lexeme }: Cue): boolean {
  const opens = lower[from]!
  const adverbial = days.has(opens) || prepositions.has(opens) || isAdverb(opens) || lexeme.frames.recipient
  for (let i = from; i < Math.min(lower.length, from + MAX_BETWEEN); i++) {
    const word = lower[i]!
    if (/^[.,;]$/.test(word)) return i === from || adverbial
    if (quotation[i] || word === 'that') return false
  }
  return false
}

const found = (scene: Scene, cue: Cue, subject: Range, content: Span[], rule: string): Found => ({
  source: spanOf(scene, subject.from, subject.to),
  cue: spanOf(scene, cue.from, cue.to),
  content,
  act: cue.lexeme.act,
  rule: `${cue.lexeme.id}.${rule}`,
})
