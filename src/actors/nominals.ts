/**
 * Definite nouns that take up somebody named before: "the senator", "the former president", "the fund", "the newspaper", "the country". A person must
 * have been called so in the article or have held the office; an organisation must have the noun in its name or be of its trade. The one
 * named last wins; a state must be the only one near; nobody where none is.
 */
import type { Analysis } from '../language/index.ts'
import type { Actor, Span } from '../reading.ts'
import { firstWhere } from '../spans.ts'
import { appositionsIn } from './appositions.ts'
import { phraseKey } from './forms.ts'
import type { Scan } from './hits.ts'
import { heldOn } from './office.ts'
import type { People } from './people.ts'
import type { RolePhrase } from './phrases.ts'
import { isWord, type Organisation, type Person } from './registry.ts'

type Known = Omit<Actor, 'mentions'>

interface Told extends Span {
  readonly actor: Known
}

/** How far back, in characters, somebody named may be taken up: about eight sentences, and three for what is not a person. */
const reach = { person: 1500, organisation: 500 } as const

export interface Nominal extends Span {
  readonly actor: Known
}

export function nominalsIn(
  analysis: Analysis,
  read: Scan,
  actors: readonly Actor[],
  open: readonly RolePhrase[],
  people: People,
  day: string | undefined,
): Nominal[] {
  const told: Told[] = actors
    .flatMap((actor) => actor.mentions.map(({ start, end }) => ({ start, end, actor })))
    .sort((a, b) => a.start - b.start)
  const found: Nominal[] = []
  const figures = new Map(people.figures.map((figure) => [figure.id, figure]))
  for (const phrase of open) {
    if (phrase.role.kind !== 'person' || phrase.plural || !phrase.definite) continue
    const isCalled = ({ id, kind }: Known) => {
      const figure = kind === 'person' ? figures.get(id) : undefined
      if (!figure) return false
      const { organisation, role, noun } = phrase
      const described = figure.described.some(
        (it) => it.role.id === role.id && (organisation === undefined || it.organisation === organisation),
      )
      if (described) return true
      return organisation === undefined && figure.person !== undefined && has(read, figure.person, phrase, noun, day)
    }
    const actor = lastBefore(told, phrase.start, reach.person, isCalled)
    if (actor) found.push({ start: phrase.nounStart, end: phrase.end, actor })
  }
  return [...found, ...organisationsIn(read, told), ...appositionsIn(analysis, told)]
}

/** Whether a person holds the phrase's office that day, or has held it when the phrase says "former". */
function has({ vocabulary }: Scan, person: Person, phrase: RolePhrase, noun: string, day: string | undefined): boolean {
  const former = phrase.former || phrase.role.sector === 'ELI'
  return person.offices.some((office) => {
    const role = vocabulary.roleOf.get(phraseKey(office.title))
    if (!role) return false
    if (former) return isShortFor(noun, office.title) && (!day || !heldOn(office, day))
    return role.id === phrase.role.id && (!day || heldOn(office, day))
  })
}

/** "the former secretary" has been secretary of state, "the former minister" foreign minister; a vice president has not been president. */
const isShortFor = (noun: string, title: string): boolean =>
  title === noun || title.startsWith(`${noun} of `) || (title.endsWith(` ${noun}`) && !/^(?:vice|deputy) /.test(title))

function lastBefore(told: readonly Told[], at: number, far: number, fits: (actor: Known) => boolean): Known | null {
  for (let i = firstWhere(told, (it) => it.start >= at) - 1; i >= 0 && told[i]!.start > at - far; i--) {
    if (fits(told[i]!.actor)) return told[i]!.actor
  }
  return null
}

/** What an organisation of a sector may be called, beside the nouns of its name. */
const trades: Record<string, readonly string[]> = {
  BUS: ['company', 'firm', 'corporation', 'bank'],
  JRN: ['newspaper', 'paper', 'network', 'magazine', 'agency', 'outlet', 'broadcaster', 'channel', 'website'],
  PTY: ['party'],
  REB: ['group', 'movement', 'organization', 'organisation'],
  SOC: ['group', 'organization', 'organisation', 'charity'],
  LAB: ['union', 'group'],
  COP: ['department', 'force', 'agency'],
  SPY: ['agency', 'service'],
}

function organisationsIn({ pieces, vocabulary }: Scan, told: readonly Told[]): Nominal[] {
  const found: Nominal[] = []
  const wordsOf = new Map<string, ReadonlySet<string>>()
  const isCalled = (actor: Known, noun: string): boolean => {
    if (actor.kind !== 'organisation' && actor.kind !== 'group') return false
    if (trades[actor.sector ?? '']?.includes(noun)) return true
    let words = wordsOf.get(actor.id)
    if (!words) {
      words = nameWords(actor.name, vocabulary.organisationOf.get(actor.id))
      wordsOf.set(actor.id, words)
    }
    return words.has(noun)
  }
  for (let i = 1; i < pieces.length; i++) {
    const { key, form, start, end } = pieces[i]!
    if (pieces[i - 1]!.key !== 'the' || form[0] !== key[0] || pieces[i]!.glued) continue
    const isState = isWord('state-noun', key)
    if (!isState && !isWord('organisation-noun', key)) continue
    const next = pieces[i + 1]
    if (next?.glued || next?.key === 'of' || next?.key === 'for') continue
    const actor = isState
      ? onlyStateBefore(told, start)
      : lastBefore(told, start, reach.organisation, (it) => isCalled(it, key))
    if (actor) found.push({ start, end, actor })
  }
  return found
}

/** The one state named a little way back; nobody where there are two. */
function onlyStateBefore(told: readonly Told[], at: number): Known | null {
  let found: Known | null = null
  for (let i = firstWhere(told, (it) => it.start >= at) - 1; i >= 0 && told[i]!.start > at - reach.organisation; i--) {
    const { actor } = told[i]!
    if (actor.kind !== 'state' || actor === found) continue
    if (found) return null
    found = actor
  }
  return found
}

const nameWords = (name: string, row: Organisation | undefined): Set<string> =>
  new Set([name, ...(row?.names ?? [])].flatMap((form) => form.toLowerCase().split(/[^a-z]+/)))
