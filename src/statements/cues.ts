import { verbForms } from '../language/inflection.ts'
import { readTable } from '../lexicon.ts'

/** What may follow a cue verb; see lexicon/statements/cue-verbs.tsv. */
export interface Frames {
  clause: boolean
  /** A quotation may be its content. */
  quotation: boolean
  recipient: boolean
  object: boolean
  infinitive: boolean
}

export type VerbForm = 'base' | 'finite' | 'participle' | 'gerund'

/** A verb form that reports: "warned" of "warn", "called on" of "call on". */
export interface CueVerb {
  id: string
  act: string
  frames: Frames
  form: VerbForm
  particle?: string
}

let byWord: Map<string, CueVerb[]> | undefined

const none: readonly CueVerb[] = []

/** The cue verbs a word may be, those with a particle first. */
export function cueVerbs(word: string): readonly CueVerb[] {
  byWord ??= loadCues()
  return byWord.get(word) ?? none
}

function loadCues(): Map<string, CueVerb[]> {
  const cues = new Map<string, CueVerb[]>()
  const add = (word: string, cue: CueVerb) => {
    const others = cues.get(word) ?? []
    if (others.some((it) => it.id === cue.id && it.form === cue.form)) return
    cues.set(word, cue.particle ? [cue, ...others] : [...others, cue])
  }
  for (const row of readTable('statements/cue-verbs.tsv', ['id', 'lemma', 'frames', 'act'])) {
    const [verb, particle] = row.lemma.split(' ') as [string, string?]
    const has = (letter: string) => row.frames.includes(letter)
    const clause = has('c') || has('r')
    const frames = {
      clause,
      quotation: clause || has('q'),
      recipient: has('r'),
      object: has('o'),
      infinitive: has('i'),
    }
    const cue = { id: row.id, act: row.act, frames, ...(particle && { particle }) }
    for (const forms of verbForms(verb)) {
      add(forms.base, { ...cue, form: 'base' })
      add(forms.third, { ...cue, form: 'finite' })
      add(forms.past, { ...cue, form: 'finite' })
      if (forms.participle !== forms.past) add(forms.participle, { ...cue, form: 'participle' })
      add(forms.gerund, { ...cue, form: 'gerund' })
    }
  }
  return cues
}

/** Nouns that report: "his vow that …", "demands for …"; see lexicon/statements/cue-nouns.tsv. */
export interface CueNoun {
  id: string
  act: string
  /** Words that may open the content. */
  openers: ReadonlySet<string>
}

let nouns: Map<string, CueNoun> | undefined

export function cueNoun(word: string): CueNoun | undefined {
  nouns ??= new Map(
    readTable('statements/cue-nouns.tsv', ['id', 'forms', 'openers', 'act']).flatMap((row) =>
      row.forms
        .split('|')
        .map((form) => [form, { id: row.id, act: row.act, openers: new Set(row.openers.split('|')) }]),
    ),
  )
  return nouns.get(word)
}
