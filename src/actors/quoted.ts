/** Quotation marks by piece, and who speaks in each quotation. */
import type { Actor } from '../reading.ts'
import { mentionsOf } from './given.ts'
import type { Scan } from './hits.ts'
import type { Piece } from './pieces.ts'
import { isWord } from './registry.ts'

/** For each piece the number of the quotation it stands in, from 1; 0 outside. A quotation left open ends with its paragraph's words. */
export function quotedPieces(pieces: readonly Piece[]): Int32Array {
  const inside = new Int32Array(pieces.length)
  let number = 0
  let open = false
  let opened = 0
  pieces.forEach(({ form, sentence }, i) => {
    // A mark that is never closed must not turn the rest of the article inside out.
    if (open && sentence - opened > 6) open = false
    const opens = form === '“' || form === '``' || (form === '"' && !open)
    const closes = form === '”' || form === "''" || (form === '"' && open)
    if (opens) {
      open = true
      opened = sentence
      number++
    } else if (closes) open = false
    else if (open) inside[i] = number
  })
  return inside
}

/** The person beside a verb of speech outside a quotation in a sentence that the quotation touches, by the quotation's number. */
export function speakersOf({ pieces }: Scan, actors: readonly Actor[], quoted: Int32Array): Map<number, Actor> {
  const { byStart, byEnd } = mentionsOf(actors)
  const speakers = new Map<number, Actor>()
  let first = 0
  while (first < pieces.length) {
    let last = first
    const touched = new Set<number>()
    let speaker: Actor | undefined
    const { sentence } = pieces[first]!
    for (; last < pieces.length && pieces[last]!.sentence === sentence; last++) {
      if (quoted[last]! > 0) touched.add(quoted[last]!)
      else if (!speaker && isWord('speech', pieces[last]!.key)) {
        const before = last > 0 ? byEnd.get(pieces[last - 1]!.end) : undefined
        const after = pieces[last + 1] && byStart.get(pieces[last + 1]!.start)
        speaker = [before, after].find((named) => named?.actor.kind === 'person')?.actor
      }
    }
    if (speaker) for (const number of touched) if (!speakers.has(number)) speakers.set(number, speaker)
    first = last
  }
  return speakers
}
