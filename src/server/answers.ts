/** Answers that were given, kept for as long as the record stays as it is: many readers often ask for the same. */

/** Characters kept at most. */
const ROOM = 32 * 1024 * 1024

/** Gives what was answered under a tag before, else has it made; who asks while it is made waits for it. */
export function keptAnswers(room = ROOM) {
  const kept = new Map<string, Promise<string>>()
  const sizes = new Map<string, number>()
  let size = 0
  const forget = (tag: string) => {
    kept.delete(tag)
    size -= sizes.get(tag) ?? 0
    sizes.delete(tag)
  }
  return (tag: string, make: () => Promise<unknown>): Promise<string> => {
    const before = kept.get(tag)
    if (before) return before
    const made = make().then((answer) => JSON.stringify(answer))
    kept.set(tag, made)
    made.then(
      ({ length }) => {
        sizes.set(tag, length)
        size += length
        // The oldest go first; a tag of another revision is never asked for again.
        for (const oldest of sizes.keys()) {
          if (size <= room) break
          forget(oldest)
        }
      },
      () => kept.delete(tag),
    )
    return made
  }
}
