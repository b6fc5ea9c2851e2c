/** The patterns of an ontology: which words tell which event. */
import { join } from 'node:path'
import { verbForms } from '../language/inflection.ts'
import { packageRoot } from '../package-root.ts'
import { type Code, codeFor, listOf, type Type } from './codes.ts'
import { type Row, refused, rowsIfAny, rowsOf } from './rows.ts'

export interface Pattern {
  id: string
  needs: ReadonlySet<Need>
  code: Code
  example: string
  /** File and line of its row. */
  place: string
}

/**
 * What a pattern may ask for beside its words. `actor`: the object, where there is one, is an actor ("freed the sailors", not "freed the
 * cord"). `object`: there is one. `bare`: there is none, nor a clause ("demonstrated in Athens",
 * not "demonstrated skill"). `noun`: no clause stands for it ("helped Syria", not "helped win"). `infinitive`: "to …" or "for …"
 * follows. `target`: somebody is named on the other side. `force`: the two are not both civil people of one country, who attack with words.
 * `against`, `to`: the other side is who stands after that word, if anybody. `on`: so too, where something stands after "on" ("blamed it on
 * Syria"). `alone`: there is no other side.
 */
const needKinds = [
  'actor',
  'object',
  'bare',
  'noun',
  'infinitive',
  'target',
  'force',
  'against',
  'to',
  'on',
  'alone',
] as const
export type Need = (typeof needKinds)[number]

export interface VerbPattern extends Pattern {
  lemma: string
  /** The verb's forms, by which it is found. */
  forms: readonly string[]
  /** Words after the verb that belong to it: "call for". */
  particles: readonly string[]
  /** One of these must follow in the clause; none are needed when empty. */
  object: ReadonlySet<string>
}

export interface NounPattern extends Pattern {
  forms: readonly string[]
}

const saidKinds = ['demand', 'refusal', 'threat'] as const

/** What somebody says of deeds to come: a demand, a refusal, a threat. */
export interface Modal extends Pattern {
  said: (typeof saidKinds)[number]
}

type Codes = ReadonlyMap<string, Code>
type Types = ReadonlyMap<string, Type>

export const verbsIn = (folder: string, codes: Codes, types: Types): VerbPattern[] =>
  rowsOf(folder, 'verbs.tsv', ['id', 'lemma', 'object', 'code', 'example', 'mode', 'needs']).map((row) => {
    const { lemma, object } = row.cells
    const [verb = '', ...particles] = lemma.split(' ')
    if (verb === '') throw refused(row, 'it has no lemma')
    const forms = new Set(verbForms(verb).flatMap((it) => [it.base, it.third, it.past, it.participle, it.gerund]))
    return {
      ...patternOf(row, codes, types),
      lemma,
      forms: [...forms],
      particles,
      object: new Set(listOf(object)),
    }
  })

export const nounsIn = (folder: string, codes: Codes, types: Types): NounPattern[] =>
  rowsIfAny(folder, 'nouns.tsv', ['id', 'forms', 'code', 'example', 'mode', 'needs']).map((row) => {
    const forms = listOf(row.cells.forms)
    if (forms.length === 0) throw refused(row, 'it has no forms')
    return { ...patternOf(row, codes, types), forms }
  })

export const modalsIn = (folder: string, codes: Codes, types: Types): Modal[] =>
  rowsIfAny(folder, 'modals.tsv', ['id', 'said', 'code', 'example', 'mode', 'needs']).map((row) => {
    const said = saidKinds.find((kind) => kind === row.cells.said)
    if (!said) throw refused(row, `"${row.cells.said}" is none of ${saidKinds.join(', ')}`)
    return { ...patternOf(row, codes, types), said }
  })

function patternOf(row: Row<'id' | 'code' | 'example' | 'mode' | 'needs'>, codes: Codes, types: Types): Pattern {
  const { id, example } = row.cells
  if (!/^[\w.-]+$/.test(id)) throw refused(row, `the id "${id}" is not made of letters, digits, "-", "_" and "."`)
  const needs = listOf(row.cells.needs).map((need) => {
    const kind = needKinds.find((it) => it === need)
    if (!kind) throw refused(row, `it needs "${need}", which is none of ${needKinds.join(', ')}`)
    return kind
  })
  return { id, code: codeFor(row, codes, types), needs: new Set(needs), example, place: row.place }
}

/** @throws OnrecordError E_LEXICON when two rows have one id. */
export function uniqueIds(patterns: readonly Pattern[]): void {
  const places = new Map<string, string>()
  for (const { id, place } of patterns) {
    const first = places.get(id)
    if (first) throw refused({ place }, `the id ${id} is taken by ${first}`)
    places.set(id, place)
  }
}

/** Verbs that say little by themselves: the deed is their object. */
export function lightVerbsIn(folder: string): Set<string> {
  const own = rowsIfAny(folder, 'light-verbs.tsv', ['lemma'])
  const rows = own.length > 0 ? own : rowsOf(join(packageRoot, 'lexicon/events'), 'light-verbs.tsv', ['lemma'])
  return new Set(rows.map(({ cells }) => cells.lemma))
}
