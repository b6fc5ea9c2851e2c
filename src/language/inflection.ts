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
