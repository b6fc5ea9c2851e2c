/** Work on a stream, several items at a time, results in the order of the items. */

/**
 * What `work` makes of each item, in order, with at most `width` at work or waiting: a slow reader holds the source back.
 * A fault of `work` is thrown where its result would have come.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  width: number,
): AsyncGenerator<Result> {
  const ahead: Promise<Result>[] = []
  for await (const item of items) {
    const result = work(item)
    // Whoever takes it meets the fault; until then it is no unhandled one.
    result.catch(() => {})
    ahead.push(result)
    if (ahead.length >= width) yield ahead.shift()!
  }
  yield* ahead
}
