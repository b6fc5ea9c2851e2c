/** Commitments that were read beside those that a reader marked: which are the same. */
import type { Commitment, Span } from '../../src/reading.ts'

/** A marked commitment: the words that tell of it. What is in doubt counts neither way. */
export interface Marked extends Span {
  kind: string
  doubt?: boolean
}

export interface Counts {
  right: number
  /** Readings that count: all but those that match only what is in doubt. */
  read: number
  marked: number
}

/** Kinds between which readers rightly waver: what is proposed is nearly promised, a red line is a threat. */
const families = [
  ['offer', 'promise'],
  ['threat', 'red-line', 'promise'],
  ['demand', 'ultimatum'],
]
const alike = (a: string, b: string) => a === b || families.some((it) => it.includes(a) && it.includes(b))

/** The places that a reading stands on: what makes it, and what it is about. */
export const placesOf = ({ about, history }: Commitment): Span[] => [history[0]!.evidence, about]

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** Matches each marked commitment with one reading of a like kind whose words overlap it, those that begin nearest first. */
export function matched(
  read: readonly Commitment[],
  marked: readonly Marked[],
): { counts: Counts; wrong: Commitment[]; missed: Marked[] } {
  const pairs = marked
    .flatMap((mark) =>
      read
        .filter((it) => alike(it.kind, mark.kind) && placesOf(it).some((place) => overlaps(place, mark)))
        .map((it) => ({ mark, it, far: Math.abs(it.history[0]!.evidence.start - mark.start) })),
    )
    .sort((a, b) => Number(a.mark.doubt ?? false) - Number(b.mark.doubt ?? false) || a.far - b.far)
  const ofRead = new Map<Commitment, Marked>()
  const found = new Set<Marked>()
  for (const { mark, it } of pairs) {
    if (ofRead.has(it) || found.has(mark)) continue
    ofRead.set(it, mark)
    found.add(mark)
  }
  const sure = marked.filter((it) => !it.doubt)
  const right = sure.filter((it) => found.has(it)).length
  // Several readings of one doubtful place are all in doubt.
  const isDoubtful = (it: Commitment) =>
    ofRead.get(it)?.doubt ??
    (!ofRead.has(it) && marked.some((mark) => mark.doubt && placesOf(it).some((place) => overlaps(place, mark))))
  return {
    counts: { right, read: read.filter((it) => !isDoubtful(it)).length, marked: sure.length },
    wrong: read.filter((it) => !ofRead.has(it) && !isDoubtful(it)),
    missed: sure.filter((it) => !found.has(it)),
  }
}
