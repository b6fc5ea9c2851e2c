/** Whether a mention looks like a subject, by its parse, else by word order: not behind a preposition or a verb, and not an owner. */
import { roleOfHit, type Scan } from './hits.ts'
import { isCapital } from './pieces.ts'
import { isWord } from './registry.ts'

/** Verbs that often stand before their subject: "warned Petrov". */
const inverts =
  /^(?:added|argued|warned|noted|explained|continued|claimed|insisted|recalled|concluded|acknowledged|tweeted|declared|stated|announced|remarked|replied|joked|conceded|predicted|responded|confirmed|complained|observed|suggested)$/

/** "told", "praised": the name behind is an object. */
const takesObject = (key: string): boolean =>
  /^(?:told|met|beat|saw|quoted|led|sent|gave|made|tell|meet|see|beats|hit|let)$/.test(key) ||
  (/ed$/.test(key) && !inverts.test(key))

/** `at`: the first piece of the mention; `end`: where it ends in the text. */
export function isSubject(
  { pieces, hits, hitAt }: Pick<Scan, 'pieces' | 'hits' | 'hitAt'>,
  at: number,
  end: number,
): boolean {
  let next = at
  while (next < pieces.length && pieces[next]!.start < end) next++
  if (pieces[next]?.key === "'s") return false
  for (let i = at; i < next; i++) {
    if (/^nsubj/.test(pieces[i]!.deprel ?? '')) return true
    if (/^(?:i?obj|obl|nmod)/.test(pieces[i]!.deprel ?? '')) return false
  }
  const { sentence } = pieces[at]!
  let i = at - 1
  for (; i >= 0 && pieces[i]!.sentence === sentence; i--) {
    const { key, form } = pieces[i]!
    const owner = key === "'s" || pieces[i + 1]!.key === "'s"
    const title = roleOfHit(hits[hitAt[i]!]) !== undefined
    if (!owner && !title && !(isCapital(form) && i > at - 4) && !isWord('determiner', key) && !isWord('plain', key))
      break
    if (isWord('preposition', key) && !isWord('plain', key)) break
  }
  const before = pieces[i]
  if (!before || before.sentence !== sentence) return true
  return !isWord('preposition', before.key) && !takesObject(before.key)
}
