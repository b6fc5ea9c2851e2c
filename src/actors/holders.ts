/** Who holds which office on a day, and which of several people of one name is meant by it. */
import { phraseKey } from './forms.ts'
import { heldOn, type Office } from './office.ts'
import type { Person, RoleRow } from './registry.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Of several people with one name, the one in office on the day; null when that does not settle it. */
export function settlePerson(people: readonly Person[], day: string | undefined): Person | null {
  if (people.length === 1) return people[0]!
  const inOffice = day ? people.filter((person) => person.offices.some((office) => heldOn(office, day))) : []
  return inOffice.length === 1 ? inOffice[0]! : null
}

/** Whether the person has the role, on the day if it is known: then "President Valdimir Putin" is a slip of the pen, no relative. */
export const holds = ({ roleOf }: Vocabulary, person: Person, roleId: string, day: string | undefined): boolean =>
  person.offices.some((office) => roleOf.get(phraseKey(office.title))?.id === roleId && (!day || heldOn(office, day)))

/** Who held the one office of its kind in that country on the day; null when the table knows nobody, or more than one. */
export function holderOf(
  { holders, roleOf }: Vocabulary,
  country: string,
  { id, single }: Pick<RoleRow, 'id' | 'single'>,
  day: string | undefined,
): Person | null {
  if (!day) return null
  const candidates = holders().get(`${country} ${id}`) ?? []
  const these = [...new Set(candidates)].filter((person) =>
    person.offices.some(
      (office) =>
        roleOf.get(phraseKey(office.title))?.id === id &&
        single.includes(office.title) &&
        isOfState(office) &&
        countryOfOffice(person, office) === country &&
        heldOn(office, day),
    ),
  )
  return these.length === 1 ? these[0]! : null
}

const heads = new Set(['presidents', 'prime-ministers', 'monarchs', 'leaders'])

/** Whether somebody leads a state on the day, as its president, prime minister, monarch or without a title. */
export const leads = ({ roleOf }: Vocabulary, person: Person, country: string, day: string | undefined): boolean =>
  person.offices.some((office) => {
    const role = roleOf.get(phraseKey(office.title))
    const isHead = role && heads.has(role.id) && role.single.includes(office.title) && isOfState(office)
    return isHead && countryOfOffice(person, office) === country && (!day || heldOn(office, day))
  })

/** The leader of a party or of rebels leads no state. */
export const isOfState = ({ sector }: Office): boolean => sector === 'GOV' || sector === 'MIL'

/** The state an office is held in; undefined for one of none (of the UN, say). */
export const countryOfOffice = (person: Pick<Person, 'country'>, office: Office): string | undefined =>
  (office.country === undefined ? person.country : office.country) ?? undefined
