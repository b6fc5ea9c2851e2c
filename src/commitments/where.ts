/** What is read at the words of a sentence that pass a test, in text order; most words pass none, and cost nothing more. */
export function readWhere<T, Read>(
  words: readonly T[],
  passes: (word: T, at: number) => boolean,
  read: (at: number) => Read | undefined,
): Read[] {
  const found: Read[] = []
  for (let at = 0; at < words.length; at++) {
    const here = passes(words[at]!, at) ? read(at) : undefined
    if (here !== undefined) found.push(here)
  }
  return found
}
