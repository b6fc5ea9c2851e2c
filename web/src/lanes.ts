/** Underlines that survive overlap: every row keeps a lane of its own wherever others run beside it. */

export interface Stretch {
  readonly start: number
  readonly end: number
  /** Id of the row that it belongs to. */
  readonly row: string
}

export interface Laned extends Stretch {
  /** 0 is next to the text. */
  readonly lane: number
}

/** A piece of text that the same stretches cover from its beginning to its end. */
export interface Piece {
  readonly start: number
  readonly end: number
  /** Innermost lane first. */
  readonly under: readonly Laned[]
}

/**
 * Gives each row the lowest lane that no other row holds anywhere along it; all stretches of a row share one. Longer rows come
 * first where several begin at one place, so that what is inside stands nearer the text's end.
 */
export function lanesOf(stretches: readonly Stretch[]): Laned[] {
  const rows = new Map<string, Stretch[]>()
  for (const it of stretches) rows.set(it.row, [...(rows.get(it.row) ?? []), it])
  const extents = [...rows].map(([row, all]) => ({
    row,
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
  }))
  extents.sort((a, b) => a.start - b.start || b.end - a.end)
  const ends: number[] = []
  const laneOf = new Map<string, number>()
  for (const { row, start, end } of extents) {
    const free = ends.findIndex((it) => it <= start)
    const lane = free < 0 ? ends.length : free
    ends[lane] = end
    laneOf.set(row, lane)
  }
  return stretches.map((it) => ({ ...it, lane: laneOf.get(it.row)! }))
}

/** Cuts a part of the text wherever a stretch begins or ends. The pieces in order are the whole part. */
export function piecesOf(laned: readonly Laned[], from: number, to: number): Piece[] {
  const inside = laned.filter(({ start, end }) => start < to && end > from)
  const cuts = new Set([from, to])
  for (const { start, end } of inside) {
    cuts.add(Math.max(from, start))
    cuts.add(Math.min(to, end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, n) => {
    const end = places[n + 1]!
    const under = inside.filter((it) => it.start <= start && it.end >= end).sort((a, b) => a.lane - b.lane)
    return { start, end, under }
  })
}

/** Paragraphs of a text: what stands between blank lines, with their places. */
export function paragraphsOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const it of text.matchAll(/[^\n](?:[^\n]|\n(?!\n))*/g))
    found.push({ start: it.index, end: it.index + it[0].length })
  return found
}
