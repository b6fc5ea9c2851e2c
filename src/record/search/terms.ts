/** The terms of a segment: every word, and every word of somebody's name, once. */
import { type NameField, nameFields, nameStem } from './entries.ts'
import { stemOf } from './stem.ts'

export interface Terms {
  /** Numbers in the order in which the terms are met. */
  ofWord(form: string): number
  ofName(field: NameField, form: string): number
  /** All terms by stem and form, and for each number its place among them. */
  sorted(): { stems: string[]; forms: string[]; rank: Int32Array }
}

export function startTerms(): Terms {
  const distinct: (readonly [stem: string, form: string])[] = []
  const words = new Map<string, number>()
  const names = Object.fromEntries(nameFields.map((field) => [field, new Map<string, number>()]))

  function numbered(known: Map<string, number>, form: string, stem: (form: string) => string): number {
    const before = known.get(form)
    if (before !== undefined) return before
    known.set(form, distinct.length)
    return distinct.push([stem(form), form]) - 1
  }

  return {
    ofWord: (form) => numbered(words, form, stemOf),
    ofName: (field, form) => numbered(names[field]!, form, () => nameStem(field, form)),
    sorted() {
      const order = distinct.map((_, n) => n).sort((a, b) => compare(distinct[a]!, distinct[b]!))
      const rank = new Int32Array(order.length)
      for (const [n, number] of order.entries()) rank[number] = n
      return { stems: order.map((n) => distinct[n]![0]), forms: order.map((n) => distinct[n]![1]), rank }
    },
  }
}

function compare([stemA, formA]: readonly string[], [stemB, formB]: readonly string[]): number {
  if (stemA !== stemB) return stemA! < stemB! ? -1 : 1
  return formA === formB ? 0 : formA! < formB! ? -1 : 1
}
