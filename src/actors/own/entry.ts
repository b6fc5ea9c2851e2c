/** What a user's list of actors holds, whatever its format: one entry an actor, and a fault for each line that could not be read. */
import { readTable } from '../../lexicon.ts'
import type { ActorKind } from '../../reading.ts'
import type { Office } from '../office.ts'
import { once } from '../once.ts'

export interface Entry {
  readonly id: string
  readonly name: string
  /** Other spellings. */
  readonly names: readonly string[]
  /** "agent": a noun that tells a sector, such as "gendarmes". */
  readonly kind: Exclude<ActorKind, 'unnamed'> | 'agent'
  /** ISO 3166-1 alpha-3. */
  readonly country?: string
  /** PLOVER sector code. */
  readonly sector?: string
  /** Dated sectors and countries; the first that holds on a day counts. */
  readonly offices?: readonly Office[]
  readonly qid?: string
  /** The line it begins on, from 1. */
  readonly line?: number
}

export interface Fault {
  readonly line: number
  readonly reason: string
}

export type Item = { readonly entry: Entry } | { readonly fault: Fault }

const countries = once(() => {
  const codes = new Map<string, string>()
  for (const { iso3, iso2, aliases } of readTable('actors/country-codes.tsv', ['iso3', 'iso2', 'aliases'])) {
    for (const code of [iso3, iso2, ...aliases.split('|')]) if (code) codes.set(code, iso3)
  }
  return codes
})

/** The alpha-3 code of a two- or three-letter code in any case; undefined for none that is known. */
export const countryOfCode = (code: string): string | undefined => countries().get(code.trim().toUpperCase())

const sectors = once(
  () => new Map(readTable('actors/cameo-sectors.tsv', ['cameo', 'plover']).map(({ cameo, plover }) => [cameo, plover])),
)

/** The PLOVER sector of a CAMEO or PLOVER role code. */
export const sectorOfCode = (code: string): string | undefined => sectors().get(code.trim().toUpperCase())

/** A stable id for a user's entry: "own-foreign-legion". */
export const ownId = (name: string): string => {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  return `own-${slug.replace(/^-|-$/g, '')}`
}
