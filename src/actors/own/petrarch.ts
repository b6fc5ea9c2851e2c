/**
 * PETRARCH's dictionaries of actors and agents (TABARI's format, as in the Phoenix files):
 *
 *     NAME_IN_CAPITALS_ [CODE]           undated
 *     NAME_                              codes on lines of their own, names that begin with "+" mean the same
 *     +OTHER_NAME_
 *         [CODE 930601-990805]           from..to as YYMMDD or YYYYMMDD; ">930601" since, "<930601" until
 *     AGENT [~SECTOR], !SET! = A, B      agents, with sets that stand for several words
 */
import type { Office } from '../office.ts'
import { countryOfCode, type Entry, type Fault, type Item, ownId, sectorOfCode } from './entry.ts'

interface Code {
  readonly line: number
  readonly code: string
  readonly office: Office
}

interface Draft {
  readonly line: number
  readonly names: string[]
  readonly codes: Code[]
}

/** Two-digit years above this are of the last century: the dictionaries reach from the 1940s into the 2020s. */
const pivot = 40

/** "930601" or "19930601" as "1993-06-01"; null for what is no day. */
function dayOf(digits: string): string | null {
  const whole = digits.length === 6 ? `${Number(digits.slice(0, 2)) > pivot ? '19' : '20'}${digits}` : digits
  const match = /^(\d{4})(\d\d)(\d\d)$/.exec(whole)
  if (!match) return null
  const [, year, month, day] = match
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null
  return `${year}-${month}-${day}`
}

/** From and to of the part behind a code; a reason where it is no date. */
function datesOf(text: string): { from: string; to: string } | string {
  if (text === '') return { from: '', to: '' }
  const match = /^(?:([<>])\s*(\d+)|(\d+)\s*-\s*(\d+))$/.exec(text)
  if (!match) return `"${text}" is no date: write 930601-990805, >930601 or <930601`
  const [, sign, one, first, last] = match
  const days = (one !== undefined ? [one] : [first!, last!]).map((digits) => ({ digits, day: dayOf(digits) }))
  const wrong = days.find(({ day }) => day === null)
  if (wrong) return `"${wrong.digits}" is no day: write YYMMDD or YYYYMMDD`
  if (sign) return sign === '>' ? { from: days[0]!.day!, to: '' } : { from: '', to: days[0]!.day! }
  const [from, to] = [days[0]!.day!, days[1]!.day!]
  return from <= to ? { from, to } : `it ends (${to}) before it begins (${from})`
}

const meanings = new Map<string, { country?: string; sector?: string }>()

/** What a code tells; there are few codes in many lines. */
function meaningOf(code: string): { country?: string; sector?: string } {
  let meaning = meanings.get(code)
  if (!meaning) {
    const parts =
      code
        .replace(/^~/, '')
        .toUpperCase()
        .match(/.{1,3}/g) ?? []
    const country = code.startsWith('~') ? undefined : countryOfCode(parts[0]!)
    // What belongs to no state comes first: IGO, NGO, MNC.
    const roles = country === undefined ? parts : parts.slice(1)
    meaning = { country, sector: roles.map(sectorOfCode).find((it) => it !== undefined) }
    meanings.set(code, meaning)
  }
  return meaning
}

/** A code as country and sector: "AFGGOVMIL" is AFG, GOV; "~MIL" is MIL of any country. */
function officeOf(text: string, line: number): Code | Fault | null {
  const [, code = '', rest = ''] = /^\s*(\S+)\s*(.*)$/.exec(text) ?? []
  if (code === '---' || code === '') return null
  const bare = code.replace(/^~/, '').toUpperCase()
  if (!/^[A-Z]{3}[A-Z0-9]*$/.test(bare))
    return { line, reason: `"${code}" is no code: it has to begin with three letters` }
  const dates = datesOf(rest.trim())
  if (typeof dates === 'string') return { line, reason: dates }
  const { country, sector } = meaningOf(code)
  const office = { ...(sector && { sector }), country: country ?? null, title: '', ...dates }
  return { line, code: bare, office }
}

const isFault = (it: Code | Fault): it is Fault => 'reason' in it

const small = /^(?:of|the|and|for|in|on|to|at|de|la|al|el|bin|ibn|von|van|der|da|du|y|e)$/

/** "BANK_OF_ENGLAND_" as it is written in text: "Bank of England". One short word stays in capitals: "US". */
export function writtenForm(raw: string): string {
  const words = raw.replace(/[_\s]+/g, ' ').trim()
  if (words !== words.toUpperCase()) return words
  if (!words.includes(' ') && words.replace(/\W/g, '').length <= 3) return words
  return words
    .toLowerCase()
    .split(' ')
    .map((word, i) =>
      i > 0 && small.test(word) ? word : word.replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (it) => it.toUpperCase()),
    )
    .join(' ')
}

/** Items of a dictionary, from its lines; the state between lines is one entry, so that a file of any length can be read. */
export function petrarchReader(): { read(line: string, number: number): Item[]; end(): Item[] } {
  let draft: Draft | undefined
  let inRemark = false
  const sets = new Map<string, string[]>()

  const close = (): Item[] => {
    const done = draft
    draft = undefined
    return done && done.names.length > 0 ? itemsOf(done, sets) : []
  }
  const take = (text: string, line: number): Item[] => {
    const codes = [...text.matchAll(/\[([^\]]*)\]/g)]
      .map((match) => officeOf(match[1]!, line))
      .filter((it) => it !== null)
    const open = /\[[^\]]*$/.test(text) ? [{ line, reason: 'a "[" is not closed' }] : []
    for (const code of codes) if (!isFault(code)) draft?.codes.push(code)
    return [...codes.filter(isFault), ...open].map((fault) => ({ fault }))
  }
  return {
    read(raw, number) {
      const line = raw.replace(/^\uFEFF/, '')
      if (inRemark || /^\s*<!--/.test(line)) {
        inRemark = !line.includes('-->')
        return []
      }
      const text = line.replace(/(?:^|\s)[#;].*$/, '').replace(/\](?:\s*[#;]).*$/, ']')
      if (text.trim() === '') return []
      const set = /^(![^!]+!)\s*=\s*(.+)$/.exec(text)
      if (set) {
        sets.set(
          set[1]!,
          set[2]!
            .split(',')
            .map((word) => word.trim())
            .filter(Boolean),
        )
        return close()
      }
      if (/^\s+\[/.test(text)) {
        if (!draft) return [{ fault: { line: number, reason: 'a code stands here, but no name before it' } }]
        return take(text, number)
      }
      const bracket = text.indexOf('[')
      const name = (bracket < 0 ? text : text.slice(0, bracket)).trim()
      if (text.startsWith('+')) {
        if (!draft) return [{ fault: { line: number, reason: 'a "+" stands here, but no name before it' } }]
        if (name.length > 1) draft.names.push(name.slice(1))
        return bracket < 0 ? [] : take(text.slice(bracket), number)
      }
      const items = close()
      if (name === '') return [...items, { fault: { line: number, reason: 'there is no name before the code' } }]
      draft = { line: number, names: [name], codes: [] }
      return bracket < 0 ? items : [...items, ...take(text.slice(bracket), number)]
    },
    end: close,
  }
}

const isDated = ({ office }: Code): boolean => office.from !== '' || office.to !== ''

/** Codes of one state and sector at once are one; two states at once contradict each other. */
function contradictions(codes: readonly Code[]): [Code, Code][] {
  const found: [Code, Code][] = []
  for (let i = 0; i < codes.length; i++) {
    for (let k = i + 1; k < codes.length; k++) {
      const [a, b] = [codes[i]!, codes[k]!]
      if (!isDated(a) || !isDated(b) || a.office.country === b.office.country) continue
      const apart = (x: Office, y: Office) => x.to !== '' && y.from !== '' && x.to <= y.from
      if (!apart(a.office, b.office) && !apart(b.office, a.office)) found.push([a, b])
    }
  }
  return found
}

function itemsOf({ line, names, codes }: Draft, sets: ReadonlyMap<string, string[]>): Item[] {
  const clashes = contradictions(codes)
  const refused = new Set(clashes.flat())
  const faults: Item[] = clashes.map(([a, b]) => ({
    fault: {
      line: a.line,
      reason: `its dates contradict line ${b.line}: ${a.code} and ${b.code} at once; both are left out`,
    },
  }))
  const kept = codes.filter((code) => !refused.has(code))
  if (kept.length === 0) {
    return codes.length > 0 ? faults : [{ fault: { line, reason: `"${names[0]!.trim()}" has no code` } }]
  }
  const forms = names
    .flatMap((name) => expanded(name, sets))
    .map(writtenForm)
    .filter((form) => /[\p{L}\p{N}]/u.test(form))
  const [first, ...others] = [...new Set(forms)]
  if (first === undefined) return [...faults, { fault: { line, reason: 'its name has no letters' } }]
  return [...faults, { entry: entryOf(first, others, kept, line) }]
}

function entryOf(name: string, names: string[], codes: readonly Code[], line: number): Entry {
  const dated = codes.filter(isDated)
  const undated = codes.find((code) => !isDated(code))
  const { country, sector } = (undated ?? codes[0]!).office
  const agent =
    country === null && dated.length === 0 && codes.every(({ code }) => sectorOfCode(code.slice(0, 3)) !== undefined)
  const offices = [...dated, ...(undated ? [undated] : [])].map(({ office }) => office)
  return {
    id: ownId(name),
    name,
    names,
    // The format does not say what an entry is: who has dates is a person, a bare country is the state.
    kind:
      agent && !/^[A-Z].* [A-Z]/.test(name)
        ? 'agent'
        : dated.length > 0
          ? 'person'
          : country && !sector
            ? 'state'
            : 'organisation',
    ...(country && { country }),
    ...(sector && { sector }),
    ...(dated.length > 0 && { offices }),
    line,
  }
}

/** "!MINIST!" in a name stands for each word of its set. */
function expanded(name: string, sets: ReadonlyMap<string, string[]>): string[] {
  const found = /![^!]+!/.exec(name)
  const words = found && sets.get(found[0])
  return words ? words.flatMap((word) => expanded(name.replace(found[0], word), sets)) : [name]
}
