/** Who holds which office on a day, and which of several people of one name is meant by it. */
import { phraseKey } from './forms.ts'
import { heldOn } from './office.ts'
import type { Person } from './registry.ts'
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

/** Registry ids by role: who held the office in that country on the day; null when nobody or more than one did. */
export function holderOf(
  vocabulary: Vocabulary,
  country: string,
  roleId: string,
  day: string | undefined,
): Person | null {
  if (!day) return null
  const candidates = vocabulary.holders().get(`${country} ${roleId}`) ?? []
  const these = [...new Set(candidates)].filter((person) => holds(vocabulary, person, roleId, day))
  return these.length === 1 ? these[0]! : null
}
