/** Which of several texts of one report came first, and which agency they credit. */
import { readTable } from '../../lexicon.ts'
import { wordsOf } from '../words.ts'

/** What the order of origin looks at. */
export interface Published {
  readonly id: string
  /** ISO 8601 day or instant. */
  readonly published?: string
  readonly outlet?: string
  /** The agency it credits: {@link creditOf}. */
  readonly credit?: string
}

/** "LONDON (Meridian Wire) — …": who stands in brackets before the dash of a dateline; places are short. */
const DATELINE = /^\p{Lu}[^()\n]{0,60}\((\p{Lu}[\p{L}.&-]*(?: (?:of |and |& )?\p{Lu}[\p{L}.&-]*){0,4})\)\s*[—–-]/u

let agencies: Map<string, string> | undefined

/** Names of agencies by their folded words: `lexicon/record/agencies.tsv`. */
function agencyNames(): Map<string, string> {
  agencies ??= new Map(
    readTable('record/agencies.tsv', ['id', 'name', 'names']).flatMap(({ name, names }) =>
      [name, ...names.split('|')].filter(Boolean).map((form) => [key(form), name]),
    ),
  )
  return agencies
}

const key = (name: string): string =>
  wordsOf(name)
    .map(({ form }) => form)
    .filter((form) => form !== 'the')
    .join(' ')

/** The agency that a text credits: in its dateline, whoever that is, or in its byline, where it is a known one. */
export function creditOf({ text, byline }: { text: string; byline?: string }): string | undefined {
  const named = DATELINE.exec(text)?.[1]
  if (named) return agencyNames().get(key(named)) ?? named
  const parts = byline?.split(/[,;/|]|\band\b|\bfor\b/i) ?? []
  return parts.map((part) => agencyNames().get(key(part))).find((agency) => agency !== undefined)
}

/** Whether a text stands with the agency that it credits. */
const isOwn = ({ outlet, credit }: Published): boolean =>
  outlet !== undefined && credit !== undefined && (agencyNames().get(key(outlet)) ?? outlet) === credit

/**
 * The order of origin: by day, undated last; on one day an agency's own text first; then by instant, where both are told to the
 * minute; then by id, so that the order is whole and owes nothing to when a text was added.
 */
export function byOrigin(a: Published, b: Published): number {
  return (
    compare(dayOf(a), dayOf(b)) ||
    Number(isOwn(b)) - Number(isOwn(a)) ||
    compare(instantOf(a), instantOf(b)) ||
    compare(a.id, b.id)
  )
}

const LAST = '~'
const dayOf = ({ published }: Published): string => published?.slice(0, 10) ?? LAST
/** A day without a time stands at its end: it says nothing against one that says when. */
const instantOf = ({ published }: Published): string => {
  const time = published && published.length > 10 ? Date.parse(published) : Number.NaN
  return Number.isNaN(time) ? LAST : new Date(time).toISOString()
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
