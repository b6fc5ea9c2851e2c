/** The patterns of lexicon/events: which words tell which event. */
import { verbForms } from '../language/inflection.ts'
import { readTable } from '../lexicon.ts'

/** A CAMEO code with what it is in PLOVER. */
export interface Code {
  cameo: string
  /** What the code is called in the CAMEO codebook. */
  name: string
  type: string
  mode?: string
  contexts: string[]
  goldstein: number
  quad: 1 | 2 | 3 | 4
}

export interface VerbPattern {
  id: string
  code: Code
  /** Words after the verb that belong to it: "call for". */
  particles: string[]
  /** One of these must follow in the clause; none are needed when empty. */
  object: ReadonlySet<string>
  form: 'base' | 'finite' | 'participle' | 'gerund'
  example: string
}

export interface NounPattern {
  id: string
  code: Code
  forms: string[]
  example: string
}

let codes: Map<string, Code> | undefined

/** @throws when a pattern names a code that lexicon/events/cameo.tsv has not. */
export function codeOf(cameo: string): Code {
  codes ??= new Map(
    readTable('events/cameo.tsv', ['code', 'name', 'type', 'mode', 'contexts', 'goldstein', 'quad']).map((row) => [
      row.code,
      {
        cameo: row.code,
        name: row.name,
        type: row.type,
        ...(row.mode && { mode: row.mode }),
        contexts: row.contexts ? row.contexts.split('|') : [],
        goldstein: Number(row.goldstein),
        quad: Number(row.quad) as Code['quad'],
      },
    ]),
  )
  const code = codes.get(cameo)
  if (!code) throw new Error(`lexicon/events/cameo.tsv has no code ${cameo}`)
  return code
}

let verbs: Map<string, VerbPattern[]> | undefined

/** Patterns a word may begin, the more special first: with an object, then with particles, then plain. */
export function verbPatterns(word: string): readonly VerbPattern[] {
  verbs ??= loadVerbs()
  return verbs.get(word) ?? []
}

function loadVerbs(): Map<string, VerbPattern[]> {
  const patterns = new Map<string, VerbPattern[]>()
  for (const row of readTable('events/verbs.tsv', ['id', 'lemma', 'object', 'cameo', 'example'])) {
    const [verb, ...particles] = row.lemma.split(' ') as [string, ...string[]]
    const object = new Set(row.object ? row.object.split('|') : [])
    const pattern = { id: row.id, code: codeOf(row.cameo), particles, object, example: row.example }
    for (const forms of verbForms(verb)) {
      const words: [string, VerbPattern['form']][] = [
        [forms.base, 'base'],
        [forms.third, 'finite'],
        [forms.past, 'finite'],
        [forms.participle, 'participle'],
        [forms.gerund, 'gerund'],
      ]
      for (const [word, form] of words) {
        const others = patterns.get(word) ?? []
        const known = others.some((it) => it.id === pattern.id && (it.form === form || form === 'participle'))
        if (!known) patterns.set(word, [...others, { ...pattern, form }])
      }
    }
  }
  const weight = (it: VerbPattern) => 2 * Math.min(1, it.object.size) + it.particles.length
  for (const [word, list] of patterns)
    patterns.set(
      word,
      list.sort((a, b) => weight(b) - weight(a)),
    )
  return patterns
}

let nouns: Map<string, NounPattern> | undefined

/** The pattern of a noun, or of a noun with the word before it: "hunger strike". */
export function nounPattern(word: string, before?: string): NounPattern | undefined {
  nouns ??= new Map(
    readTable('events/nouns.tsv', ['id', 'forms', 'cameo', 'example']).flatMap((row) => {
      const forms = row.forms.split('|')
      return forms.map((form) => [form, { id: row.id, code: codeOf(row.cameo), forms, example: row.example }])
    }),
  )
  return nouns.get(`${before} ${word}`) ?? nouns.get(word)
}

/** What deeds to come are coded as (PLOVER manual, AGREE and "Auxiliary modes"): cooperation as an intention, conflict as a threat. */
const intentions: Record<string, string> = {
  CONSULT: '036',
  SUPPORT: '032',
  COOPERATE: '031',
  AID: '033',
  SANCTION: '130',
  COERCE: '130',
  MOBILIZE: '130',
  ASSAULT: '138',
}
export const intentionOf = (code: Code): Code => codeOf(intentions[code.type] ?? code.cameo)
