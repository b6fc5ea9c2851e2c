/**
 * Dated roles of a person, as written in `people.tsv`:
 *
 *     GOV president 2009-01-20..2017-01-20; LEG senator 2005..2008
 *
 * PLOVER sector (or `-` for none), office in the words of `roles.tsv`, from..to. A date is a day, a month or a year, as much as is certain;
 * nothing after `..` means still in office when the row was written. `GOV@-` is an office that speaks for no state (of the UN,
 * say), `GOV@deu` one in another state than the person's own column tells.
 */
export interface Office {
  readonly sector?: string
  /** ISO 3166-1 alpha-3 of the state it is held in; null: of none. */
  readonly country?: string | null
  readonly title: string
  readonly from: string
  /** Blank: open. */
  readonly to: string
}

const office = /^(-|[A-Z]{3})(?:@(-|[a-z]{3}))? (.+?) (\d{4}(?:-\d\d){0,2})?\.\.(\d{4}(?:-\d\d){0,2})?$/

/** The offices of a cell; null for one that is not written as it should be. */
export function officesOf(cell: string): (Office | null)[] {
  if (cell === '') return []
  return cell.split(';').map((part) => {
    const match = office.exec(part.trim())
    if (!match) return null
    const [, sector, country, title, from, to] = match
    return {
      ...(sector !== '-' && { sector }),
      ...(country !== undefined && { country: country === '-' ? null : country.toUpperCase() }),
      title: title!,
      from: from ?? '',
      to: to ?? '',
    }
  })
}

/** Whether the office was held on the day; a year or month alone counts whole, so that a doubtful day counts as in office. */
export const heldOn = (it: Office, day: string): boolean =>
  (it.from === '' || it.from <= day.slice(0, it.from.length)) && (it.to === '' || it.to >= day.slice(0, it.to.length))

/** Whether two offices share a day that is beyond doubt: one ending on the day the other begins do not. */
export const overlap = (a: Office, b: Office): boolean => {
  const before = (x: string, y: string) => {
    const shared = Math.min(x.length, y.length)
    return x.slice(0, shared) < y.slice(0, shared)
  }
  return (a.to === '' || before(b.from, a.to)) && (b.to === '' || before(a.from, b.to))
}
