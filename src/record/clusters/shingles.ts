/**
 * A text as the set of its shingles: runs of words that stand side by side (Broder 1997, "On the resemblance and containment of
 * documents"). What is in quotation marks is left out: two reporters at one press conference share every quotation, a copy shares
 * the reporter's own words.
 */
import { quotationsOf } from '../../statements/index.ts'
import { type Word, wordsOf } from '../words.ts'

/**
 * Words a shingle. Three bear an edit here and there: one changed word takes three shingles along, not five. Independent reports
 * share few runs of three of their own words ("the foreign ministry", "on Monday that").
 */
export const SHINGLE_WORDS = 3

/** With fewer shingles of its own, a text is taken with its quotations: an interview, a statement in full. */
export const FEWEST_OWN = 40

/** The shingles of a text as hashes of 32 bits, each once, in the order of the text. */
export function shinglesOf(text: string): Uint32Array {
  const words = wordsOf(text)
  const own = hashesOf(ownWords(text, words))
  return own.length >= FEWEST_OWN ? own : hashesOf([words])
}

/** Runs of words outside quotation marks. */
function ownWords(text: string, words: readonly Word[]): Word[][] {
  const fragments = quotationsOf(text).flatMap((quotation) => quotation.fragments)
  const runs: Word[][] = [[]]
  let at = 0
  for (const word of words) {
    while (at < fragments.length && fragments[at]!.end <= word.start) {
      if (runs.at(-1)!.length > 0) runs.push([])
      at++
    }
    const inside = at < fragments.length && fragments[at]!.start <= word.start
    if (!inside) runs.at(-1)!.push(word)
  }
  return runs
}

function hashesOf(runs: readonly (readonly Word[])[]): Uint32Array {
  const seen = startSet(runs.reduce((sum, { length }) => sum + length, 0))
  for (const run of runs) {
    const hashes = Int32Array.from(run, ({ form }) => hashOf(form))
    for (let i = 0; i + SHINGLE_WORDS <= hashes.length; i++) {
      let hash = 0
      for (let k = i; k < i + SHINGLE_WORDS; k++) hash = mixed(Math.imul(hash, 31) + hashes[k]!)
      seen.add(hash)
    }
  }
  return seen.all()
}

/** A set of at most so many hashes, in the order in which they came. A Set would box every number above 31 bits. */
function startSet(most: number) {
  const all = new Uint32Array(most)
  let count = 0
  // Open addressing, at most half full; a place holds one more than the index into `all`.
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(2 * most + 2)))
  const mask = places.length - 1
  return {
    add(hash: number): void {
      let at = hash & mask
      while (places[at] !== 0) {
        if (all[places[at]! - 1] === hash) return
        at = (at + 1) & mask
      }
      all[count] = hash
      places[at] = ++count
    },
    all: (): Uint32Array => all.slice(0, count),
  }
}

/** FNV-1a over UTF-16 code units. */
function hashOf(form: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193)
  return hash
}

/** The finishing mix of MurmurHash3: every bit in bears on every bit out. Unsigned, 32 bits. */
export function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
