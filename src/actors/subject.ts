/** Whether a mention looks like a subject, by word order alone: not behind a preposition or a verb, and not an owner. */
import type { Scan } from './hits.ts'
import { isWord } from './registry.ts'

/** `at`: the first piece of the mention; `end`: where it ends in the text. */
export function isSubject({ pieces }: Pick<Scan, 'pieces'>, at: number, end: number): boolean {
  let next = at
  while (next < pieces.length && pieces[next]!.start < end) next++
  if (pieces[next]?.key === "'s") return false
  const { sentence } = pieces[at]!
  let i = at - 1
  while (
    i >= 0 &&
    pieces[i]!.sentence === sentence &&
    (isWord('determiner', pieces[i]!.key) || isWord('plain', pieces[i]!.key))
  )
    i--
  const before = pieces[i]
  return !before || before.sentence !== sentence || !isWord('preposition', before.key)
}
