import type { Span } from './reading.ts'

/** Finds what covers a place without looking at everything: rows are many in a long text. */
export interface SpanIndex<T> {
  /** The items of which a span holds [start, end) wholly, in the order given. */
  covering(place: Span): T[]
}

/** An index over items that stand at one or more spans each. */
export function spanIndex<T>(items: readonly T[], spansOf: (item: T) => readonly Span[]): SpanIndex<T> {
  const entries = items
    .flatMap((item, order) => spansOf(item).map(({ start, end }) => ({ start, end, item, order })))
    .sort((a, b) => a.start - b.start)
  // The furthest end among all entries up to each: going back can stop where none reaches the place.
  const reach: number[] = []
  for (const { end } of entries) reach.push(Math.max(end, reach.at(-1) ?? 0))
  return {
    covering({ start, end }) {
      const found = new Map<number, T>()
      for (let i = lastBefore(entries, start); i >= 0 && reach[i]! >= end; i--) {
        if (entries[i]!.end >= end) found.set(entries[i]!.order, entries[i]!.item)
      }
      return [...found].sort(([a], [b]) => a - b).map(([, item]) => item)
    },
  }
}

/** Index of the last entry that starts at or before a place, -1 when there is none. */
function lastBefore(entries: readonly Span[], start: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (entries[middle]!.start <= start) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Index of the first of sorted, disjoint spans that ends after a place. */
export function firstEndingAfter(spans: readonly Span[], place: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** How many UTF-16 code units some spans hold together. */
export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)
