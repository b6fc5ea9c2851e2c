/** The tokens of a segment, some millions: where each term stands. Kept as numbers, by column. */

export interface Tokens {
  /** Entries ascend. */
  put(term: number, entry: number, position: number): void
  /** Term, entry and position of all, terms given by their rank: by rank, and for one rank as they were put. */
  sorted(rank: Int32Array): [term: Int32Array, entry: Int32Array, position: Int32Array]
}

/** Room for the first tokens; it is doubled as they come. */
const FIRST = 1 << 16

export function startTokens(): Tokens {
  let [terms, entries, positions] = [new Int32Array(FIRST), new Int32Array(FIRST), new Int32Array(FIRST)]
  let count = 0
  return {
    put(term, entry, position) {
      if (count === terms.length) [terms, entries, positions] = [doubled(terms), doubled(entries), doubled(positions)]
      terms[count] = term
      entries[count] = entry
      positions[count++] = position
    },
    sorted(rank) {
      // A counting sort: where the tokens of each term begin, and then each into its place.
      const next = new Int32Array(rank.length + 1)
      for (let n = 0; n < count; n++) next[rank[terms[n]!]! + 1]! += 1
      for (let n = 0; n < rank.length; n++) next[n + 1]! += next[n]!
      const [term, entry, position] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)]
      for (let n = 0; n < count; n++) {
        const ranked = rank[terms[n]!]!
        const place = next[ranked]!++
        term[place] = ranked
        entry[place] = entries[n]!
        position[place] = positions[n]!
      }
      return [term, entry, position]
    },
  }
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const room = new Int32Array(values.length * 2)
  room.set(values)
  return room
}
