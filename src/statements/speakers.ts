/**
 * Who speaks in each statement. Coreference is the actors room's; speech adds who goes on speaking, who "I" is, and that
 * nobody speaks of himself by name: in "he said Quill had left", "he" is not Quill.
 */
import { describe, type Given, headOf, mayBe } from '../actors/index.ts'
import type { Actor, Mention, Sourcing, Span } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'
import { authorAt } from './author.ts'
import type { Found } from './found.ts'
import { besideIn, isInSubject, isJoint, ruledBy } from './noun-phrase.ts'
import { stagingOf } from './scene.ts'
import { isDocument, sourcingOf } from './sourcing.ts'
import { headIn } from './tree.ts'

export interface Speaker {
  source: Mention | null
  sourcing: Sourcing
  /** The words that the source stands for: the source itself, or what a pronoun refers to. */
  words: Span | null
}

/** A speaker goes on over no more sentences than this in which nobody speaks. */
const REACH = 3
/** Statements looked back at for who was called "the spokesman". */
const RECALLED = 40

const first = /^(?:i|me|my|we|us|our)$/i
const third = /^(?:he|she|it|they|his|her|its|their|him|them)$/i
const relative = /^(?:who|which|that)$/i

const nobody: Speaker = { source: null, sourcing: 'none', words: null }

/** `holders`: the statement that each nested one stands in. Statements are in text order. */
export function speakersOf(
  found: readonly Found[],
  holders: ReadonlyMap<Found, Found>,
  given: Given,
): Map<Found, Speaker> {
  const { analysis, actors } = given
  const { tokens, sentences, text } = analysis
  const { quotations } = stagingOf(analysis)
  const places = new Map(found.map((it, i) => [it, i]))
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const mentions = actors
    .flatMap((actor) => actor.mentions.map(({ start, end }) => ({ start, end, actor })))
    .sort((a, b) => a.start - b.start)
  const known = new Map<Found, Speaker>()
  const wordsOf = ({ start, end }: Span) => text.slice(start, end)
  const sentenceAt = (place: number) => firstEndingAfter(sentences, place)

  function speakerOf(it: Found): Speaker {
    const done = known.get(it)
    if (done) return done
    // What is asked for while it is being told is told without help.
    known.set(it, it.source ? plain(it.source) : nobody)
    const speaker = it.source ? told(it, it.source) : nobody
    known.set(it, speaker)
    return speaker
  }

  function told(it: Found, source: Span): Speaker {
    const words = wordsOf(source)
    if (first.test(words)) return speaking(it, source)
    if (third.test(words)) return spoken(it, source)
    const speaker = plain(source)
    const others = relative.test(words) ? ruledBy(source, analysis) : [besideIn(source, analysis)]
    if (speaker.source?.actor && !relative.test(words)) return speaker
    const named = others.map((it) => it && described(source, it)).find((it) => it?.source?.actor)
    return named ?? sameOffice(it, source) ?? speaker
  }

  /** The mention at `source` of whom `words` name. */
  function described({ start, end }: Span, words: Span): Speaker {
    const mention: Mention = { ...describe(words, given), start, end }
    const actor = byId.get(mention.actor ?? '')
    return { source: mention, sourcing: sourcingOf(wordsOf(words), headOf(words, given), actor), words }
  }
  const plainly = new Map<Span, Speaker>()
  /** Whom a source names by its own words; asked for more than once. */
  function plain(source: Span): Speaker {
    const speaker = plainly.get(source) ?? described(source, source)
    plainly.set(source, speaker)
    return speaker
  }

  /** Another speaker's words, at this place. */
  const as = ({ start, end }: Span, { source, ...rest }: Speaker): Speaker => ({
    ...rest,
    source: source && { ...source, start, end },
  })
  const unresolved = (speaker: Speaker): Speaker => ({
    ...speaker,
    source: speaker.source && { start: speaker.source.start, end: speaker.source.end },
  })

  /** "I", "we": who speaks in the quotation, or who writes. */
  function speaking(it: Found, source: Span): Speaker {
    const outer = holders.get(it)
    const quotation = quotations[firstEndingAfter(quotations, source.start)]
    if (outer?.form === 'direct') return as(source, speakerOf(outer))
    if (quotation && quotation.start <= source.start) return outer ? as(source, speakerOf(outer)) : plain(source)
    const author = /^(?:i|me|my)$/i.test(wordsOf(source)) ? authorAt(source.start, given) : undefined
    return author?.mentions[0] ? described(source, author.mentions[0]) : unresolved(plain(source))
  }

  /** "he", "they": the one who spoke last, where they fit and nobody came between; else as coreference has it. */
  function spoken(it: Found, source: Span): Speaker {
    const before = lastBefore(it, source)
    const last = before && speakerOf(before)
    if (last && mayMean(source, last) && !isNamedIn(it, last.source?.actor) && !cutIn(before, it, source)) {
      return as(source, last.words && isJoint(last.words, analysis) ? unresolved(last) : last)
    }
    const resolved = plain(source)
    return isNamedIn(it, resolved.source?.actor) ? unresolved(resolved) : resolved
  }

  /** The statement made last before this one, at the same depth and not far off. */
  function lastBefore(it: Found, source: Span): Found | undefined {
    const outer = holders.get(it)
    for (let i = places.get(it)! - 1; i >= 0; i--) {
      const other = found[i]!
      if (sentenceAt(source.start) - sentenceAt(endOf(other) - 1) > REACH) return undefined
      if (holders.get(other) === outer && other.source && endOf(other) <= source.start + 1) return other
    }
    return undefined
  }

  /** Whether somebody whom the pronoun may mean is the subject of something since a statement, or owns that subject. */
  function cutIn(before: Found, { content }: Found, source: Span): boolean {
    for (
      let i = firstEndingAfter(mentions, endOf(before));
      i < mentions.length && mentions[i]!.start < source.start;
      i++
    ) {
      const { start, end, actor } = mentions[i]!
      if (content.some((span) => span.start <= start && end <= span.end)) continue
      if (isInSubject({ start, end }, analysis) && mayBe(wordsOf(source), actor, given)) return true
    }
    return false
  }

  /** Whether a pronoun may stand for a speaker. */
  function mayMean(pronoun: Span, { source, words }: Speaker): boolean {
    const word = wordsOf(pronoun)
    const isThey = /^(?:they|their|them)$/i.test(word)
    if (words && isJoint(words, analysis)) return isThey
    const actor: Actor | undefined = byId.get(source?.actor ?? '')
    if (actor) return mayBe(word, actor, given)
    const head = words && headIn(tokens, words)
    if (!head?.xpos.startsWith('N')) return false
    if (isThey || head.xpos.endsWith('S')) return isThey && head.xpos.endsWith('S')
    const kind = headOf(words!, given)?.role?.kind
    return /^its?$/i.test(word) ? isDocument(wordsOf(words!)) || kind === 'organisation' : kind === 'person'
  }

  /** Whether a statement speaks of an actor by name. */
  const isNamedIn = ({ content }: Found, id: string | undefined): boolean =>
    id !== undefined &&
    content.some(({ start, end }) => {
      for (let i = firstEndingAfter(mentions, start); i < mentions.length && mentions[i]!.start < end; i++)
        if (mentions[i]!.actor.id === id && mentions[i]!.end <= end) return true
      return false
    })

  /** "the spokesman added": the last speaker who was called so. */
  function sameOffice(it: Found, source: Span): Speaker | undefined {
    const noun = /^the (\p{L}+)$/iu.exec(wordsOf(source))?.[1]?.toLowerCase()
    if (!noun) return undefined
    const at = places.get(it)!
    const other = found
      .slice(Math.max(0, at - RECALLED), at)
      .findLast(
        (one) => one.source && one.source.end <= source.start && headOf(one.source, given)?.text.toLowerCase() === noun,
      )
    return other && as(source, speakerOf(other))
  }

  for (const it of found) speakerOf(it)
  return known
}

/** Where a statement's words end. */
const endOf = ({ source, cue, content }: Found): number =>
  Math.max(source?.end ?? 0, cue?.end ?? 0, ...content.map(({ end }) => end))
