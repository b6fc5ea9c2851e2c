/** Quotations over several paragraphs: the cue stands in one of them, the speaker says them all. */
import { firstEndingAfter } from '../spans.ts'
import type { Found } from './found.ts'
import type { Quotation } from './quotations.ts'

/** The statements with every paragraph of the quotations that they hold a part of, unless another statement has it. */
export function withWholeQuotations(found: readonly Found[], quotations: readonly Quotation[]): Found[] {
  const long = quotations.filter(({ fragments }) => fragments.length > 1)
  if (long.length === 0) return [...found]
  const taken = found.flatMap(({ content }) => content).sort((a, b) => a.start - b.start)
  return found.map((it) => {
    const rest = it.content.flatMap((span) => {
      const quotation = long[firstEndingAfter(long, span.start)]
      if (!quotation || quotation.start >= span.end) return []
      return quotation.fragments.filter(({ start, end }) => !taken.some((one) => one.start < end && start < one.end))
    })
    if (rest.length === 0) return it
    taken.push(...rest)
    return { ...it, content: [...it.content, ...rest].sort((a, b) => a.start - b.start) }
  })
}
