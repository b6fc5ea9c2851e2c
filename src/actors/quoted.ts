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
    const opens = form[0] === '“' || form === '``' || (form[0] === '"' && !open)
    const closes = form.at(-1) === '”' || form === "''" || (form[0] === '"' && open)
    if (opens) {
      open = true
      opened = sentence
      number++
    } else if (closes) open = false
    else if (open) inside[i] = number
  })
  return inside
}

/**
 * Who speaks in each quotation, by its number: the person named before a verb of speech outside quotation marks in a sentence that the
 * quotation touches, or right behind that verb. A quotation without one is spoken by who spoke last; null when that was nobody named.
 */
export function speakersOf({ pieces }: Scan, actors: readonly Actor[], quoted: Int32Array): Map<number, Actor | null> {
  const { byStart, byEnd } = mentionsOf(actors)
  const speakers = new Map<number, Actor | null>()
  const touched = new Set<number>()
  let last: Actor | null = null
  for (let first = 0, end = 0; first < pieces.length; first = end) {
    const { sentence } = pieces[first]!
    touched.clear()
    let before: Actor | undefined
    let speaker: Actor | null | undefined
    for (end = first; end < pieces.length && pieces[end]!.sentence === sentence; end++) {
      if (quoted[end]! > 0) {
        touched.add(quoted[end]!)
        continue
      }
      const piece = pieces[end]!
      const named = byEnd.get(piece.end)?.actor
      if (named?.kind === 'person') before = named
      if (speaker || !isWord('speech', piece.key)) continue
      const after = byStart.get(pieces[end + 1]?.start ?? -1)?.actor
      const inverted = after?.kind === 'person' && (!before || /^[”",]$/.test(pieces[end - 1]?.form ?? ''))
      speaker = inverted ? after : (before ?? (isPronoun(pieces, end) ? last : null))
    }
    if (speaker !== undefined) last = speaker
    for (const number of touched) if (speaker !== undefined || !speakers.has(number)) speakers.set(number, last)
  }
  return speakers
}

/** "he said", "said she". */
const isPronoun = (pieces: readonly Piece[], at: number): boolean =>
  /^s?he$/.test(pieces[at - 1]?.key ?? '') || /^s?he$/.test(pieces[at + 1]?.key ?? '')
