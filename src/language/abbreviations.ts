/** Abbreviations with their own full stop; the table is `lexicon/language/abbreviations.tsv`, which says what the classes mean. */
import { readTable } from '../lexicon.ts'

export type AbbreviationClass = 'title' | 'before' | 'number' | 'month' | 'day' | 'state' | 'end' | 'initial'

const classes = new Map(
  readTable('language/abbreviations.tsv', ['id', 'form', 'class']).map((row) => [
    row.form!,
    row.class as AbbreviationClass,
  ]),
)

/** Characters of the longest abbreviation in the table. */
export const LONGEST_ABBREVIATION = Math.max(...[...classes.keys()].map((form) => form.length))

/** "J.F.K.", "U.S.S.": letters each with its stop, not in the table. */
const INITIALS = /^(?:\p{Lu}\.)+$|^(?:\p{L}\.){2,}$/u

/** Class of a form that ends in a full stop, or undefined when the stop is not its own. */
export function abbreviationClass(form: string): AbbreviationClass | undefined {
  if (form.length > LONGEST_ABBREVIATION) return undefined
  const known = classes.get(form)
  if (known) return known
  if (INITIALS.test(form)) return form.length > 2 ? 'end' : 'initial'
  // All capitals, as in headlines: "MRS.", "CONN."
  return form.length > 3 && form === form.toUpperCase() ? classes.get(form[0] + form.slice(1).toLowerCase()) : undefined
}

const starters = new Set(readTable('language/starters.tsv', ['id', 'form']).map((row) => row.form!))

/** Whether a capitalised word is one that begins sentences ("The", "However") rather than goes on a name. */
export const isStarter = (form: string): boolean => starters.has(form)
