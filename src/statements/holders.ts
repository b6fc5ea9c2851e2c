/** Which statement each stands in: "officials said | Quill had told them | that …". */
import { lengthOf, type SpanIndex, spanIndex } from '../spans.ts'
import type { Found } from './found.ts'

/** The holder of each statement that has one. */
export function holdersOf(found: readonly Found[]): Map<Found, Found> {
  const contents = spanIndex(found, ({ content }) => content)
  const holders = new Map<Found, Found>()
  for (const it of found) {
    const holder = holderOf(it, contents)
    if (holder) holders.set(it, holder)
  }
  return holders
}

/**
 * The innermost statement whose content holds another's cue, or its quotation when it has none. A holder is always the
 * longer of the two, so that no two statements can stand in each other.
 */
function holderOf(inner: Found, holders: SpanIndex<Found>): Found | undefined {
  const longer = holders
    .covering(inner.cue ?? inner.content[0]!)
    .filter((it) => lengthOf(it.content) > lengthOf(inner.content))
  return longer.sort((a, b) => lengthOf(a.content) - lengthOf(b.content))[0]
}
