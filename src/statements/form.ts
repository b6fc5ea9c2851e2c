import type { Form, Span } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'
import type { Quotation } from './quotations.ts'

/** direct when nothing but joining words stands outside quotation marks, indirect when nothing stands inside. */
export function formOf(text: string, content: readonly Span[], quotations: readonly Quotation[]): Form {
  let inside = 0
  let outside = ''
  for (const { start, end } of content) {
    let at = start
    for (let i = firstEndingAfter(quotations, start); i < quotations.length && quotations[i]!.start < end; i++) {
      const quotation = quotations[i]!
      outside += text.slice(at, Math.max(at, quotation.start))
      inside += Math.min(end, quotation.end) - Math.max(at, quotation.start)
      at = Math.min(end, quotation.end)
    }
    outside += text.slice(at, end)
  }
  if (inside === 0) return 'indirect'
  return /[\p{L}\p{N}]/u.test(outside.replace(/^\s*that\b/i, '')) ? 'mixed' : 'direct'
}
