/** Which agency a text credits. */
import { readTable } from '../../lexicon.ts'
import { wordsOf } from '../words.ts'

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
export const isOwn = (outlet: string | undefined, credit: string | undefined): boolean =>
  outlet !== undefined && credit !== undefined && (agencyNames().get(key(outlet)) ?? outlet) === credit
