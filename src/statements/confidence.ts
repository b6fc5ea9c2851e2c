import { readTable } from '../lexicon.ts'

/** Where no share was measured. */
const UNMEASURED = 0.5

let shares: Map<string, number> | undefined

/** How often statements of a rule were right, as measured: see lexicon/statements/confidence.tsv. */
export function confidenceOf(rule: string): number {
  shares ??= new Map(
    readTable('statements/confidence.tsv', ['rule', 'share']).map((row) => [row.rule, Number(row.share)]),
  )
  return shares.get(rule) ?? shares.get(familyOf(rule)) ?? UNMEASURED
}

/** The last part of a cue verb's rule ("clause" of "say.warn.clause"), the first of another ("noun" of "noun.vow"). */
export const familyOf = (rule: string): string =>
  rule.startsWith('say.') ? `verb.${rule.slice(rule.lastIndexOf('.') + 1)}` : rule.split('.')[0]!
