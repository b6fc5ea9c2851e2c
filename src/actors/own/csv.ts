/**
 * Actors as comma-separated values (RFC 4180) with a heading: name, and any of names ("a|b"), kind, country, sector, role, from, to, qid, id.
 * Rows with one id or name are one actor with several dated roles. A quoted cell may not hold a line break, so that each row is a line.
 */
import type { Office } from '../office.ts'
import { countryOfCode, type Entry, type Item, ownId, sectorOfCode } from './entry.ts'

const known = ['id', 'name', 'names', 'kind', 'country', 'sector', 'role', 'from', 'to', 'qid'] as const
type Column = (typeof known)[number]
const kinds = ['person', 'state', 'organisation', 'group', 'agent'] as const

/** The cells of one line; null where a quotation mark is not closed. */
export function cellsOf(line: string): string[] | null {
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    if (line[at] === '"') {
      let cell = ''
      for (at++; ; at++) {
        if (at >= line.length) return null
        if (line[at] !== '"') cell += line[at]
        else if (line[at + 1] === '"') {
          cell += '"'
          at++
        } else break
      }
      cells.push(cell)
      at = line.indexOf(',', at) < 0 ? line.length + 1 : line.indexOf(',', at) + 1
    } else {
      const end = line.indexOf(',', at) < 0 ? line.length : line.indexOf(',', at)
      cells.push(line.slice(at, end).trim())
      at = end + 1
    }
  }
  return cells
}

const isDay = (text: string): boolean => /^(?:\d{4}(?:-\d\d){0,2})?$/.test(text)

/** Items of a CSV file from its lines; rows of one actor have to stand together. */
export function csvReader(): { read(line: string, number: number): Item[]; end(): Item[] } {
  let heading: (Column | '')[] | undefined
  let open: Entry | undefined
  const close = (): Item[] => {
    const entry = open
    open = undefined
    return entry ? [{ entry }] : []
  }
  return {
    read(raw, number) {
      const line = raw.replace(/^\uFEFF/, '').replace(/\r$/, '')
      if (line.trim() === '') return []
      const cells = cellsOf(line)
      const fault = (reason: string): Item => ({ fault: { line: number, reason } })
      if (!cells) return [fault('a quotation mark is not closed')]
      if (!heading) {
        heading = cells.map((cell) => known.find((it) => it === cell.toLowerCase()) ?? '')
        return heading.includes('name')
          ? []
          : [fault(`the heading has no column "name"; columns may be ${known.join(', ')}`)]
      }
      const row = Object.fromEntries(
        known.map((column) => [column, cells[heading!.indexOf(column)]?.trim() ?? '']),
      ) as Record<Column, string>
      const read = entryOf(row, number)
      if (typeof read === 'string') return [fault(read)]
      if (open && open.id === read.id) {
        open = { ...open, offices: [...(open.offices ?? []), ...(read.offices ?? [])] }
        return []
      }
      const items = close()
      open = read
      return items
    },
    end: close,
  }
}

/** A row as an entry; a reason where it cannot be one. */
function entryOf(row: Record<Column, string>, line: number): Entry | string {
  const { name, names, from, to, role, qid } = row
  if (name === '') return 'it has no name'
  const country = row.country === '' ? undefined : countryOfCode(row.country)
  if (row.country !== '' && !country)
    return `"${row.country}" is no country code: write ISO 3166-1 alpha-3, such as DEU`
  const sector = row.sector === '' ? undefined : sectorOfCode(row.sector)
  if (row.sector !== '' && !sector) return `"${row.sector}" is no PLOVER sector, such as GOV or MIL`
  const kind =
    kinds.find((it) => it === row.kind) ??
    (row.kind === '' ? (role || from || to ? 'person' : 'organisation') : undefined)
  if (!kind) return `"${row.kind}" is no kind: write ${kinds.join(', ')}`
  if (!isDay(from) || !isDay(to)) return `"${isDay(from) ? to : from}" is no day: write YYYY-MM-DD, YYYY-MM or YYYY`
  if (from !== '' && to !== '' && from > to) return `it ends (${to}) before it begins (${from})`
  if (qid !== '' && !/^Q[1-9]\d*$/.test(qid)) return `"${qid}" is no Wikidata item, such as Q42`
  const office: Office = { ...(sector && { sector }), country: country ?? null, title: role, from, to }
  return {
    id: row.id || ownId(name),
    name,
    names: names
      .split('|')
      .map((it) => it.trim())
      .filter(Boolean),
    kind,
    ...(country && { country }),
    ...(sector && { sector }),
    ...((role || from || to) && { offices: [office] }),
    ...(qid && { qid }),
    line,
  }
}
