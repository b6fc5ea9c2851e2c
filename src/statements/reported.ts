/** Statements that a verb reports: "S said that C", "C, S said", "“C,” said S", "S said C and added C", ", saying C". */
import type { Span } from '../reading.ts'
import { type CueVerb, cueVerbs } from './cues.ts'
import type { Found } from './found.ts'
import { quoteEnd, quoteStart, type Scene, spanOf } from './scene.ts'
import { groupStart, phraseAfter, type Range, subjectBefore } from './subject.ts'
import {
  auxiliaries,
  days,
  determiners,
  isAdverb,
  isCapitalised,
  isOpeningQuote,
  isWord,
  objectPronouns,
  prepositions,
  subjectPronouns,
} from './words.ts'

/** A cue in its sentence: tokens [from, to), the verb itself at `verb`. */
interface Cue extends Range {
  verb: number
  lexeme: CueVerb
}

/** How far after a cue "that" or a quotation may open the content: "said in an interview in Sochi on Monday that …". */
const MAX_BETWEEN = 16

/** The speaker of an aside, in tokens: ", the rebel commander Riad al-Asaad said by telephone". */
const MAX_SPEAKER = 10

/** All statements with a cue verb in one sentence, in order. */
export function reportedIn(scene: Scene): Found[] {
  const found: Found[] = []
  let last: Found | undefined
  for (let verb = 0; verb < scene.tokens.length; verb++) {
    // "Ban Ki-moon", "Charge": a capital inside a sentence makes a name of it.
    if (scene.quotation[verb] || (verb > 0 && isCapitalised(scene.tokens[verb]!.form))) continue
    const statement = cueVerbs(scene.lower[verb]!)
      .map((lexeme) => reading(scene, verb, lexeme, last))
      .find((it) => it !== undefined)
    if (!statement) continue
    found.push(statement)
    last = statement
    const end = statement.cue!.end
    while (verb + 1 < scene.tokens.length && scene.tokens[verb + 1]!.start < end) verb += 1
  }
  return found
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

/** What the cue's frames let follow it, to the end of the clause. */
function contentAfter(scene: Scene, { to, lexeme }: Cue): Span[] | undefined {
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

/** One past the last token of the clause that holds a statement's content. */
export function clauseEnd(scene: Scene, from: number): number {
  const { lower, quotation } = scene
  for (let i = from + 1; i < lower.length; i++) {
    if (quotation[i]) continue
    if (breaksOff(scene, i)) return i
  }
  let end = lower.length
  while (end > from + 1 && !quotation[end - 1] && /^[.?!,;:]$/.test(lower[end - 1]!)) end -= 1
  return end
}

/** A noun phrase as content ends where the next verb phrase is joined: "criticised the plan | and challenged them". */
function objectEnd(scene: Scene, from: number): number {
  const { lower, quotation } = scene
  const end = clauseEnd(scene, from)
  for (let i = from + 1; i < end; i++) {
    if (quotation[i]) continue
    const next = lower[lower[i] === ',' && /^(?:and|but)$/.test(lower[i + 1] ?? '') ? i + 2 : i + 1] ?? ''
    if (
      /^(?:and|but|,)$/.test(lower[i]!) &&
      /ed$|^(?:is|was|has|had|will|would|said|left|went|took|gave|made)$/.test(next)
    )
      return i
  }
  return end
}

/** Whether another report begins at token `i`: ", saying", "and added", ", according to", ", but analysts say". */
function breaksOff(scene: Scene, i: number): boolean {
  const { lower } = scene
  const word = lower[i]!
  if (word === ';') return true
  if (word === ',' && lower[i + 1] === 'according' && lower[i + 2] === 'to') return true
  if (word === ',' && closesAt(scene, i + 1)) return true
  const joins = word === 'and' || word === 'but' || word === ','
  if (!joins) return false
  let next = i + 1
  if (word === ',' && /^(?:and|but|while)$/.test(lower[next] ?? '')) next += 1
  while (next < lower.length && isAdverb(lower[next]!)) next += 1
  const cues = cueVerbs(lower[next] ?? '').filter((cue) => cue.frames.clause || cue.form === 'gerund')
  if (cues.some((cue) => (word === ',' && next === i + 1 ? cue.form === 'gerund' : cue.form === 'finite'))) return true
  return (word === 'but' || lower[i + 1] === 'but') && speaksAt(scene, next)
}

/** Whether "S said" begins at token `from` and closes the sentence: ", two officials said." */
function closesAt(scene: Scene, from: number): boolean {
  const verb = speakerAt(scene, from)
  const next = verb === undefined ? undefined : (scene.lower[verb + 1] ?? '.')
  return next !== undefined && (/^[.,?!]$/.test(next) || days.has(next) || prepositions.has(next))
}

const speaksAt = (scene: Scene, from: number): boolean => speakerAt(scene, from) !== undefined

/** The cue of "S says" when that begins at token `from`. */
function speakerAt(scene: Scene, from: number): number | undefined {
  for (let verb = from + 1; verb < Math.min(scene.lower.length, from + MAX_SPEAKER); verb++) {
    if (!cueVerbs(scene.lower[verb]!).some((cue) => cue.frames.clause && cue.form !== 'gerund')) continue
    return subjectBefore(scene, groupStart(scene, verb))?.from === from ? verb : undefined
  }
  return undefined
}

/** Tokens of "WASHINGTON (Meridian Wire) — " at the head of a report. */
function dateline({ lower, tokens }: Scene): number {
  const dash = lower.findIndex((word) => /^[—–-]$/.test(word))
  const { form } = tokens[0]!
  return dash > 0 && dash < 10 && form.length > 1 && form === form.toUpperCase() && isCapitalised(form) ? dash + 1 : 0
}

/** What stands before an aside: the sentence up to its comma, or the quotation it follows with what leads to it. */
function contentBefore(scene: Scene, end: number): Span | undefined {
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
function contentBeyond(scene: Scene, to: number): Span | undefined {
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

const found = (scene: Scene, cue: Cue, subject: Range, content: Span[], rule: string): Found => ({
  source: spanOf(scene, subject.from, subject.to),
  cue: spanOf(scene, cue.from, cue.to),
  content,
  act: cue.lexeme.act,
  rule: `${cue.lexeme.id}.${rule}`,
})
