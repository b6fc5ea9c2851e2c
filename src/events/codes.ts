/** The types of an ontology and the codes its patterns name. */
import { join } from 'node:path'
import { type Row, refused, rowsOf } from './rows.ts'

export type Quad = 1 | 2 | 3 | 4

export interface Type {
  name: string
  /** 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict. */
  quad: Quad
  modes: readonly string[]
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
}

export function typesIn(folder: string): Map<string, Type> {
  const types = new Map<string, Type>()
  for (const row of rowsOf(folder, 'types.tsv', ['type', 'quad', 'modes', 'future', 'description'])) {
    const { type, quad, modes, future, description } = row.cells
    if (!/^[A-Z][A-Z0-9_-]*$/.test(type)) throw refused(row, `the type "${type}" is not in capital letters`)
    if (types.has(type)) throw refused(row, `the type ${type} stands there twice`)
    if (!/^[1-4]$/.test(quad)) throw refused(row, `the quad class "${quad}" is none of 1, 2, 3, 4`)
    types.set(type, {
      name: type,
      quad: Number(quad) as Quad,
      modes: listOf(modes),
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
    })
  }
  for (const { name, future } of types.values()) {
    if (future && !codes.has(future)) {
      throw refused({ place: join(folder, 'types.tsv') }, `the future "${future}" of ${name} is no code of codes.tsv`)
    }
  }
  return codes
}

/** The code a pattern names, in the mode it gives. */
export function codeFor(
  row: Row<'code' | 'mode'>,
  codes: ReadonlyMap<string, Code>,
  types: ReadonlyMap<string, Type>,
): Code {
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
