/**
 * Who each pronoun of an article stands for, in one pass from its beginning: "he", "she" and their kin for people, "it" for states,
 * organisations and groups, "they" for groups and classes of people. Each candidate named before has a weight that fades with every
 * sentence and is less for an object than for a subject (after Lappin and Leass 1994, by word order alone); the heaviest that fits
 * wins, and nobody where none is near. Inside a quotation the one who speaks is "I", so that "he" is somebody else.
 */
import type { Actor, Span } from '../reading.ts'
import { firstWhere } from '../spans.ts'
import { fitOf, genderOf, genderTold, isReflexive, type Pronoun, pronounOf } from './fits.ts'
import { type Given, mentionsOf, type Named } from './given.ts'
import { type Scan, scan } from './hits.ts'
import { isCapital } from './pieces.ts'
import { quotedPieces, speakersOf } from './quoted.ts'
import { isSubject } from './subject.ts'

export interface Reference extends Span {
  readonly actor: Actor
  /** The last place before it that names the actor. */
  readonly named: Named
}

/** What is left of a weight one sentence later. */
const fades = 0.6
/** No candidate further back than this many sentences; chosen, as the two others, on the articles of `eval/gold`. */
const reach = 6
/** A candidate lighter than this is too far away or too lowly to be meant. */
const least = 0.05

/** Of two equals the later wins. */
const later = 1e-7

interface Candidate {
  readonly actor: Actor
  named: Named
  /** Piece and sentence of the last mention, and how heavy that was. */
  at: number
  sentence: number
  weight: number
  subject: boolean
  /** Weight left over from earlier mentions. */
  history: number
  quoted: boolean
  count: number
}

const known = new WeakMap<readonly Actor[], ReadonlyMap<number, Reference>>()

/** The pronouns of an article that stand for an actor, by where they start; kept as long as the actors live. */
export function pronounsOf(given: Pick<Given, 'analysis' | 'actors'>): ReadonlyMap<number, Reference> {
  const done = known.get(given.actors)
  if (done) return done
  const references = resolve(scan(given.analysis), given.actors)
  known.set(given.actors, references)
  return references
}

function resolve(read: Scan, actors: readonly Actor[]): Map<number, Reference> {
  const { pieces } = read
  const { all } = mentionsOf(actors)
  const references = new Map<number, Reference>()
  const candidates = new Map<Actor, Candidate>()
  const genders = gendersIn(read, actors)
  const quoted = quotedPieces(pieces)
  const speakers = speakersOf(read, actors, quoted)
  let next = 0
  const note = (named: Named, at: number, weight: number) => {
    const { sentence } = pieces[at]!
    const subject = weight > 0.8
    const before = candidates.get(named.actor)
    if (before) {
      const now = weightOf(before, sentence)
      Object.assign(before, { named, at, sentence, weight, subject, history: now / 2, quoted: quoted[at]! > 0 })
      before.count++
    } else {
      const entry = {
        actor: named.actor,
        named,
        at,
        sentence,
        weight,
        subject,
        history: 0,
        quoted: quoted[at]! > 0,
        count: 1,
      }
      candidates.set(named.actor, entry)
    }
  }
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    while (next < all.length && all[next]!.start <= piece.start) {
      const named = all[next++]!
      // "Petrov, a chemist, said that he": a second word for one just named changes nothing.
      const again = !isCapital(piece.form) && candidates.get(named.actor)?.sentence === piece.sentence
      if (named.end > piece.start && !again) note(named, i, standingAt(read, i, named))
    }
    const pronoun = pronounOf(pieces, i)
    if (!pronoun) continue
    const speaker = quoted[i]! > 0 ? speakers.get(quoted[i]!) : undefined
    const found =
      best(read, candidates, pronoun, i, genders, quoted, speaker) ?? ahead(read, all, next, pronoun, i, genders)
    if (!found) continue
    references.set(piece.start, { start: piece.start, end: piece.end, actor: found.actor, named: found })
    if (candidates.has(found.actor)) note(candidates.get(found.actor)!.named, i, pronoun.subject ? 0.9 : 0.6)
  }
  return references
}

const weightOf = ({ weight, history, sentence }: Candidate, at: number): number =>
  (weight + history) * fades ** (at - sentence)

/** Subjects weigh most, owners and what stands behind a preposition least. */
function standingAt(read: Scan, at: number, named: Named): number {
  if (isSubject(read, at, named.end)) return 1
  return 0.5
}

function best(
  read: Scan,
  candidates: ReadonlyMap<Actor, Candidate>,
  pronoun: Pronoun,
  at: number,
  genders: ReadonlyMap<Actor, 'm' | 'f'>,
  quoted: Int32Array,
  speaker: Actor | null | undefined,
): Named | null {
  const { pieces } = read
  const { sentence } = pieces[at]!
  const isPerson = pronoun.who === 'he' || pronoun.who === 'she'
  let found: Candidate | undefined
  let most = least
  for (const it of candidates.values()) {
    if (sentence - it.sentence > reach) {
      if (sentence - it.sentence > 3 * reach) (candidates as Map<Actor, Candidate>).delete(it.actor)
      continue
    }
    if (!fitOf(pronoun, it.actor, genders)) continue
    let weight = weightOf(it, sentence) * (1 + it.at * later)
    if (it.actor === speaker) weight *= 0.15
    if (isPerson && !genders.has(it.actor)) weight *= 0.7
    // Outside a quotation, who was named inside it alone is seldom meant.
    if (it.quoted && quoted[at] === 0) weight *= 0.5
    const near = it.sentence === sentence && at - it.at < 8
    if (!pronoun.subject && !pronoun.owner && near && it.subject) {
      weight *= isReflexive(pronoun) ? 2 : isSameClause(pieces, it.at, at) ? 0.2 : 1
    }
    if (weight > most) {
      most = weight
      found = it
    }
  }
  return found?.named ?? null
}

/** No comma, quotation mark or conjunction between: "Petrov praised him" is about somebody else. */
function isSameClause(pieces: Scan['pieces'], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++)
    if (/^(?:[,;:“”"]|that|and|but|as|when|if|who|which)$/.test(pieces[i]!.key)) return false
  return true
}

/** "In his speech, Petrov said": who is named right behind the comma. */
function ahead(
  { pieces }: Scan,
  all: readonly Named[],
  next: number,
  pronoun: Pronoun,
  at: number,
  genders: ReadonlyMap<Actor, 'm' | 'f'>,
): Named | null {
  const { sentence } = pieces[at]!
  const named = all[next]
  if (!named || !fitOf(pronoun, named.actor, genders)) return null
  for (let i = at + 1; i < pieces.length && pieces[i]!.sentence === sentence && i < at + 25; i++) {
    if (pieces[i]!.key !== ',' || named.start < pieces[i]!.end) continue
    for (let k = i + 1; k < i + 6; k++) if (pieces[k]?.start === named.start) return named
    return null
  }
  return null
}

/** Gender by the registry, a first name, or what the text calls somebody: "Mrs. Petrov", "Congresswoman". */
export function gendersIn({ pieces, vocabulary }: Scan, actors: readonly Actor[]): Map<Actor, 'm' | 'f'> {
  const genders = new Map<Actor, 'm' | 'f'>()
  for (const actor of actors) {
    if (actor.kind !== 'person' && actor.kind !== 'unnamed') continue
    let gender = genderOf(vocabulary, actor)
    for (const { start } of gender ? [] : actor.mentions) {
      gender ??= genderTold(
        pieces,
        firstWhere(pieces, (piece) => piece.start >= start),
      )
    }
    if (gender) genders.set(actor, gender)
  }
  return genders
}
