/** The types of an ontology and the codes its patterns name. */
import { join } from 'node:path'
import { type Row, refused, rowsOf } from './rows.ts'

export type Quad = 1 | 2 | 3 | 4

export interface Type {
  name: string
  /** 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict. */
  quad: Quad
  modes: readonly string[]
  /** Whether somebody must be named to whom it is done. */
  recipient: boolean
  /** The code that a deed to come is given; its own when absent. */
  future?: string
  description: string
}

/** A row of codes.tsv, with what its type gives. */
export interface Code {
  code: string
  name: string
  type: string
  mode?: string
  contexts: readonly string[]
  goldstein: number
  quad: Quad
  /** Whether its type is one that nobody can do alone. */
  recipient: boolean
}

export function typesIn(folder: string): Map<string, Type> {
  const types = new Map<string, Type>()
  for (const row of rowsOf(folder, 'types.tsv', ['type', 'quad', 'modes', 'recipient', 'future', 'description'])) {
    const { type, quad, modes, recipient, future, description } = row.cells
    if (!/^[A-Z][A-Z0-9_-]*$/.test(type)) throw refused(row, `the type "${type}" is not in capital letters`)
    if (types.has(type)) throw refused(row, `the type ${type} stands there twice`)
    if (!/^[1-4]$/.test(quad)) throw refused(row, `the quad class "${quad}" is none of 1, 2, 3, 4`)
    if (!/^(?:yes|)$/.test(recipient)) throw refused(row, `the recipient "${recipient}" is neither "yes" nor empty`)
    types.set(type, {
      name: type,
      quad: Number(quad) as Quad,
      modes: listOf(modes),
      recipient: recipient === 'yes',
      ...(future && { future }),
      description,
    })
  }
  return types
}

export function codesIn(folder: string, types: ReadonlyMap<string, Type>): Map<string, Code> {
  const codes = new Map<string, Code>()
  for (const row of rowsOf(folder, 'codes.tsv', ['code', 'name', 'type', 'mode', 'contexts', 'goldstein'])) {
    const { code, name, mode, contexts, goldstein } = row.cells
    const type = types.get(row.cells.type)
    if (!code) throw refused(row, 'it has no code')
    if (codes.has(code)) throw refused(row, `the code ${code} stands there twice`)
    if (!type) throw refused(row, `types.tsv has no type "${row.cells.type}"`)
    if (goldstein === '' || !(Math.abs(Number(goldstein)) <= 10)) {
      throw refused(row, `"${goldstein}" is no number from -10 to 10`)
    }
    codes.set(code, {
      code,
      name,
      type: type.name,
      ...modeOf(mode, type, row),
      contexts: listOf(contexts),
      goldstein: Number(goldstein),
      quad: type.quad,
      recipient: type.recipient,
    })
  }
  for (const { name, future } of types.values()) {
    if (future && !codes.has(future)) {
      throw refused({ place: join(folder, 'types.tsv') }, `the future "${future}" of ${name} is no code of codes.tsv`)
    }
  }
  return codes
}

/** What a pattern names whose words tell no event, as in PETRARCH's dictionaries: "agreed with", "fought poverty". */
export const NO_EVENT = '---'
const noEvent: Code = {
  code: NO_EVENT,
  name: 'No event',
  type: NO_EVENT,
  contexts: [],
  goldstein: 0,
  quad: 1,
  recipient: false,
}

/** The code a pattern names, in the mode it gives. */
export function codeFor(
  row: Row<'code' | 'mode'>,
  codes: ReadonlyMap<string, Code>,
  types: ReadonlyMap<string, Type>,
): Code {
  if (row.cells.code === NO_EVENT) return noEvent
  const code = codes.get(row.cells.code)
  if (!code) throw refused(row, `codes.tsv has no code "${row.cells.code}"`)
  return { ...code, ...modeOf(row.cells.mode, types.get(code.type)!, row) }
}

function modeOf(mode: string, type: Type, row: Row<string>): { mode?: string } {
  if (mode === '') return {}
  if (type.modes.includes(mode)) return { mode }
  throw refused(row, `${type.name} has no mode "${mode}" (types.tsv gives it ${type.modes.join(', ') || 'none'})`)
}

/** CAMEO's codes are two to four digits; any other is the ontology's own. */
export const cameoOf = ({ code }: Code): string | undefined => (/^\d{2,4}$/.test(code) ? code : undefined)

export const listOf = (cell: string): string[] => (cell === '' ? [] : cell.split('|'))
