/** The forms of an English verb, so that word lists can name its lemma only. */
import { readTable } from '../lexicon.ts'

export interface VerbForms {
  base: string
  third: string
  past: string
  participle: string
  gerund: string
}

let irregular: Map<string, VerbForms[]> | undefined

/** All spellings of a verb's forms: from lexicon/language/irregular-verbs.tsv, or by the rules of spelling. */
export function verbForms(lemma: string): VerbForms[] {
  irregular ??= loadIrregular()
  return irregular.get(lemma) ?? [regularForms(lemma)]
}

let bases: Map<string, string> | undefined

/**
 * The verb that a form is of, for verbs of lexicon/language: those that bend irregularly, and regular ones that an ending alone
 * would not give. `xpos` is the form's Penn tag, VBD, VBN, VBG or VBZ.
 */
export function knownVerb(form: string, xpos: string): string | undefined {
  bases ??= loadBases()
  return bases.get(`${xpos} ${form}`)
}

function loadBases(): Map<string, string> {
  irregular ??= loadIrregular()
  const regular = readTable('language/regular-verbs.tsv', ['id', 'verbs']).flatMap(({ verbs }) => verbs.split('|'))
  const found = new Map<string, string>()
  for (const { base, third, past, participle, gerund } of [
    ...[...irregular.values()].flat(),
    ...regular.map(regularForms),
  ]) {
    const tagged = { VBZ: third, VBD: past, VBN: participle, VBG: gerund }
    // "found" is of "find", not of "found": the irregular verb comes first.
    for (const [xpos, form] of Object.entries(tagged))
      if (!found.has(`${xpos} ${form}`)) found.set(`${xpos} ${form}`, base)
  }
  return found
}

function loadIrregular(): Map<string, VerbForms[]> {
  const table = readTable('language/irregular-verbs.tsv', ['base', 'third', 'past', 'participle', 'gerund'])
  const verbs = new Map<string, VerbForms[]>()
  for (const row of table) verbs.set(row.base, [...(verbs.get(row.base) ?? []), row])
  return verbs
}

function regularForms(base: string): VerbForms {
  const ied = base.replace(/(?<![aeiou])y$/, 'i')
  const stem = base.replace(/e$/, '')
  const past = base.endsWith('e') ? `${base}d` : `${ied}ed`
  const third = /(?:s|sh|ch|x|z|[^aeiou]y)$/.test(base) ? `${ied}es` : `${base}s`
  return { base, third, past, participle: past, gerund: `${/ee$|oe$|ye$/.test(base) ? base : stem}ing` }
}
