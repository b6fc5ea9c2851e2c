/**
 * What forms of a word have in common, so that "sanction" finds sanctions and sanctioned: inflection only (plurals, -ed, -ing, a last
 * -e), never derivation ("general" and "generate" stay apart, as they do not under Porter's rules). The language room's lemmas
 * need tags, and a query has none; these rules treat a text and a query alike. A phrase in quotation marks is not stemmed.
 */
import { readTable } from '../../lexicon.ts'

/** Shorter words are what they are: "his", "gas", "red". */
const SHORTEST = 4

let exceptions: Map<string, string> | undefined
const known = new Map<string, string>()
/** Words remembered; those of a language are met again and again, misspellings are not. */
const REMEMBERED = 200_000

/** The stem of a folded word. */
export function stemOf(form: string): string {
  const found = known.get(form)
  if (found !== undefined) return found
  exceptions ??= loadExceptions()
  const stem = exceptions.get(form) ?? stripped(form)
  if (known.size < REMEMBERED) known.set(form, stem)
  return stem
}

function loadExceptions(): Map<string, string> {
  const stems = new Map<string, string>()
  const columns = ['base', 'third', 'past', 'participle', 'gerund'] as const
  for (const { base, ...forms } of readTable('language/irregular-verbs.tsv', columns)) {
    for (const form of Object.values(forms)) stems.set(form, stripped(base))
  }
  for (const { form, stem } of readTable('record/stems.tsv', ['form', 'stem'])) stems.set(form, stem)
  return stems
}

function stripped(form: string): string {
  if (form.length < SHORTEST || !/^[a-z]+$/.test(form)) return form
  const single = withoutPlural(form)
  const base = withoutEnding(single)
  return base.length >= SHORTEST && base.endsWith('e') && !base.endsWith('ee') ? base.slice(0, -1) : base
}

/** After Harman 1991, "How effective is suffixing?": -ies, -es, -s, but not -us, -ss, -is. */
function withoutPlural(form: string): string {
  if (form.endsWith('ies') && form.length > 4) return `${form.slice(0, -3)}y`
  if (/(?:[sxz]|ch|sh)es$/.test(form)) return form.slice(0, -2)
  return form.endsWith('s') && !/[usi]s$/.test(form) ? form.slice(0, -1) : form
}

/** Without -ed or -ing where a vowel stands before them; "stopped" loses its second p, "denied" gets its y back. */
function withoutEnding(form: string): string {
  if (form.endsWith('ied') && form.length > 4) return `${form.slice(0, -3)}y`
  if (/[aeiouy].*[^aeiouy]eed$/.test(form)) return form.slice(0, -1)
  const base = /^(.*[aeiouy].*)(?:ed|ing)$/.exec(form)?.[1]
  if (base === undefined || base.length < 3 || form.endsWith('eed')) return form
  return /([bdfgmnprt])\1$/.test(base) ? base.slice(0, -1) : base
}
