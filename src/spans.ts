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
      for (let i = firstWhere(entries, (entry) => entry.start > start) - 1; i >= 0 && reach[i]! >= end; i--) {
        if (entries[i]!.end >= end) found.set(entries[i]!.order, entries[i]!.item)
      }
      return [...found].sort(([a], [b]) => a - b).map(([, item]) => item)
    },
  }
}

/** Index of the first item for which `isPast` holds, in a list where it holds from some item on; the length where it never does. */
export function firstWhere<T>(items: readonly T[], isPast: (item: T) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isPast(items[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

/** Index of the first of sorted, disjoint spans that ends after a place. */
export const firstEndingAfter = (spans: readonly Span[], place: number): number =>
  firstWhere(spans, ({ end }) => end > place)

/** How many UTF-16 code units some spans hold together. */
export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)
