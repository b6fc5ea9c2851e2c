/** Several streams as one. */

/** What some streams give, as it comes, at most `width` of them at once. A stream's fault ends all. */
export async function* merged<Item>(
  streams: Iterable<() => AsyncGenerator<Item>>,
  width: number,
): AsyncGenerator<Item> {
  const waiting = streams[Symbol.iterator]()
  const running = new Map<AsyncGenerator<Item>, Promise<{ stream: AsyncGenerator<Item>; next: IteratorResult<Item> }>>()
  const advance = (stream: AsyncGenerator<Item>): void => {
    running.set(
      stream,
      stream.next().then((next) => ({ stream, next })),
    )
  }
  const fill = (): void => {
    while (running.size < width) {
      const { value: start, done } = waiting.next()
      if (done) return
      advance(start())
    }
  }
  for (fill(); running.size > 0; fill()) {
    const { stream, next } = await Promise.race(running.values())
    running.delete(stream)
    if (next.done) continue
    yield next.value
    advance(stream)
  }
}
