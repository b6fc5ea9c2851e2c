/** Country and sector of a person on the day of the article: by the dated offices of the registry, else by what the text calls them. */

import type { Figure } from './figures.ts'
import { heldOn } from './office.ts'
import type { RolePhrase } from './phrases.ts'

export interface Standing {
  readonly country?: string
  readonly sector?: string
}

/** The one value all share; undefined when there is none or several. */
const only = <T>(values: readonly (T | undefined)[]): T | undefined => {
  const set = new Set(values.filter((value) => value !== undefined))
  return set.size === 1 ? [...set][0] : undefined
}

/** The country a role phrase tells: of the state before or behind it, else of the organisation beside it. */
export function countryOf(phrase: RolePhrase): string | undefined {
  if (phrase.countries.length > 0) return phrase.countries.length === 1 ? phrase.countries[0]!.state.iso3 : undefined
  return phrase.organisation?.country
}

export function standingOf(figure: Pick<Figure, 'person' | 'described'>, published: string | undefined): Standing {
  const { person, described } = figure
  const told: Standing = {
    country: described.map(countryOf).find((country) => country !== undefined),
    sector: described.map((phrase) => phrase.sector).find((sector) => sector !== undefined),
  }
  if (!person) return told
  const day = published?.slice(0, 10)
  const held = day ? person.offices.filter((office) => heldOn(office, day)) : person.offices
  // The highest office of the day stands first in the table; without a day, only what all offices share is sure.
  const first = day ? held[0] : undefined
  const home = first?.country === undefined ? person.country : (first.country ?? undefined)
  if (first) return { country: home, sector: first.sector }
  const shared = day ? undefined : only(held.map((office) => office.sector ?? '-'))
  const sector = told.sector ?? (shared === '-' ? undefined : shared)
  return { country: person.country, sector }
}
