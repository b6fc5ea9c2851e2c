/** Links by what kind of statement it is: recall over the annotators' statements of a kind, precision over those found. */
import type { Found, Speaker } from '../../src/statements/index.ts'
import { type Attribution, isLinked } from './measures.ts'

/** A statement with the kinds it is counted under: "form direct", "source a pronoun", "sourcing unnamed". */
export interface Sorted {
  attribution: Attribution
  kinds: string[]
}

/** Statements of one article, sorted: the annotators' and those found. */
export interface Pair {
  gold: readonly Sorted[]
  found: readonly Sorted[]
}

export interface Row {
  kind: string
  wanted: number
  recall: number
  found: number
  precision: number
}

const pronoun = /^(?:I|he|she|it|they|we|you|who|which|that|his|her|its|their|him|them|one|this|these|those)$/i

export function kindsOf(
  text: string,
  form: string,
  { source }: Pick<Found, 'source'>,
  { sourcing }: Pick<Speaker, 'sourcing'>,
): string[] {
  const words = source && text.slice(source.start, source.end)
  const who = words === null ? 'none' : pronoun.test(words) ? 'a pronoun' : 'other words'
  return [`form ${form}`, `source ${who}`, `sourcing ${sourcing}`]
}

export function breakdownOf(articles: readonly Pair[]): Row[] {
  const rows = new Map<string, { wanted: number; met: number; found: number; right: number }>()
  const add = ({ kinds }: Sorted, all: 'wanted' | 'found', good: 'met' | 'right', isGood: boolean) => {
    for (const kind of kinds) {
      const row = rows.get(kind) ?? { wanted: 0, met: 0, found: 0, right: 0 }
      row[all]++
      row[good] += Number(isGood)
      rows.set(kind, row)
    }
  }
  for (const { gold, found } of articles) {
    for (const it of gold)
      add(
        it,
        'wanted',
        'met',
        found.some((one) => isLinked(it.attribution, one.attribution)),
      )
    for (const it of found)
      add(
        it,
        'found',
        'right',
        gold.some((one) => isLinked(one.attribution, it.attribution)),
      )
  }
  return [...rows]
    .map(([kind, { wanted, met, found, right }]) => ({
      kind,
      wanted,
      recall: met / Math.max(1, wanted),
      found,
      precision: right / Math.max(1, found),
    }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1))
}
