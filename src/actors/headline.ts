/** Sentences in title case, where a capital tells nothing: "Minister Hid Past Problems From Public". */
import { isCapital, type Piece } from './pieces.ts'

/** So many words, and so great a share of the longer ones with a capital, make a sentence a headline. */
const fewest = 4
const share = 0.75

/** The numbers of the sentences in title case. */
export function headlines(pieces: readonly Piece[]): Set<number> {
  const found = new Set<number>()
  let [words, capitals, sentence] = [0, 0, 0]
  const close = () => {
    if (words >= fewest && capitals >= share * words) found.add(sentence)
    words = 0
    capitals = 0
  }
  for (const piece of pieces) {
    if (piece.sentence !== sentence) close()
    sentence = piece.sentence
    if (piece.form.length < 4 || !/^\p{L}/u.test(piece.form)) continue
    words++
    if (isCapital(piece.form)) capitals++
  }
  close()
  return found
}
