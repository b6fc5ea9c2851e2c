/** Other articles that follow on the same page: the next posts of a blog, teasers written out as articles. */
import type { PageElement } from './dom.ts'
import type { Measure } from './furniture.ts'

/** Fewer articles may be parts of one. */
const FEWEST = 3
/** The first is the page's own when it is longer than each that follows by this factor; entries of a live page are not. */
const LONGER = 1.5

/** The `article` elements that are not the page's own, told by their number and length. */
export function otherArticles(
  root: PageElement,
  measures: ReadonlyMap<PageElement, Measure>,
): ReadonlySet<PageElement> {
  const [first, ...following] = root.querySelectorAll('article')
  if (!first || following.length < FEWEST) return new Set()
  const others = following.filter((article) => !first.contains(article))
  const length = (article: PageElement): number => measures.get(article)?.text ?? 0
  const single = others.filter((article) => !article.querySelector('article'))
  const longest = Math.max(0, ...single.map(length))
  return single.length >= FEWEST && length(first) > LONGER * longest ? new Set(others) : new Set()
}
