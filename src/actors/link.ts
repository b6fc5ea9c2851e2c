/** Puts an article's actors together: people, states, organisations and role phrases, each with every place that names it. */
import type { Analysis } from '../language/index.ts'
import type { Actor, Span } from '../reading.ts'
import { addPhrases, isActorRole } from './classes.ts'
import { type Hit, roleOfHit, type Scan, scan } from './hits.ts'
import { type Add, actorOfState, addNamed, isPlainState } from './named.ts'
import { nominalsIn } from './nominals.ts'
import { type People, peopleOf } from './people.ts'
import { phraseAt, type RolePhrase } from './phrases.ts'
import { standingOf } from './standing.ts'
import { unknownOrganisations } from './unknown.ts'
import { type Vocabulary, vocabulary } from './vocabulary.ts'

/** An article's actors, in the order of their first mention; `published` dates their offices. */
export function actorsOf(analysis: Analysis, published?: string, words: Vocabulary = vocabulary()): Actor[] {
  const read = scan(analysis, words)
  const book = new Map<string, Actor>()
  const add: Add = (actor, { start, end }) => {
    let known = book.get(actor.id)
    if (!known) {
      known = { ...defined(actor), mentions: [] }
      book.set(actor.id, known)
    }
    known.mentions.push({ start, end })
  }
  const people = peopleOf(read, published)
  addPeople(people, published, add)

  const modifies = new Set<Hit>()
  const phrases: RolePhrase[] = []
  for (const hit of read.hits) {
    const isTitle = people.titles.has(hit)
    if (!isTitle && !headsPhrase(read, hit)) continue
    const before: Hit[] = []
    const phrase = phraseAt(read, hit, (it) => before.push(it))
    if (!phrase) continue
    // "Reuters reports": what names no actor takes no name away.
    if (isTitle || isActorRole(phrase.role)) for (const it of before) modifies.add(it)
    if (!isTitle && isActorRole(phrase.role)) phrases.push(phrase)
    // Of a deed, the state itself is the doer: "Russian strikes".
    if (phrase.role.kind === 'deed') for (const it of phrase.countries) if (!it.local) add(actorOfState(it.state), it)
  }
  for (const hit of read.hits) {
    if (!modifies.has(hit) || isOwner(read, hit) || isPlainState(hit)) addNamed(read, hit, add)
  }
  const open = addPhrases(analysis.text, read.vocabulary, phrases, people, published, add)
  const taken = [...book.values()].flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start)
  for (const { actor, start, end } of unknownOrganisations(read, taken)) add(actor, { start, end })
  for (const { actor, start, end } of nominalsIn(
    analysis,
    read,
    [...book.values()],
    open,
    people,
    published?.slice(0, 10),
  )) {
    dropClass(book, start, end)
    add(actor, { start, end })
  }

  for (const actor of book.values()) actor.mentions = apart(actor.mentions)
  return [...book.values()].sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start || (a.id < b.id ? -1 : 1))
}

/** "The Vermont senator" is no class of its own once it is known who that is. */
function dropClass(book: Map<string, Actor>, start: number, end: number): void {
  for (const [id, actor] of book) {
    if (actor.kind !== 'unnamed') continue
    actor.mentions = actor.mentions.filter((span) => span.start >= end || span.end <= start)
    if (actor.mentions.length === 0) book.delete(id)
  }
}

const defined = <T extends object>(it: T): T =>
  Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)) as T

/** Sorted, and where two overlap the longer. */
function apart(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Span[] = []
  for (const span of sorted) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept
}

const isOwner = ({ pieces }: Scan, hit: Hit): boolean => pieces[hit.last]?.key === "'s"

/** A role that another role follows is that one's modifier: the "foreign ministry" of "foreign ministry spokesman". */
function headsPhrase({ pieces, hits, hitAt }: Scan, hit: Hit): boolean {
  if (!roleOfHit(hit)) return false
  const after = pieces[hit.last]
  if (!after || after.sentence !== pieces[hit.first]!.sentence) return true
  const next = hits[hitAt[hit.last]!]
  const role = roleOfHit(next)
  return !role || role.id === 'unnamed-many' || after.start - hit.end > 1
}

function addPeople({ figures }: People, published: string | undefined, add: Add): void {
  for (const figure of figures) {
    const { id, name, person, mentions } = figure
    const actor = { id, name, kind: 'person' as const, ...standingOf(figure, published), qid: person?.qid }
    for (const span of mentions) add(actor, span)
  }
}
