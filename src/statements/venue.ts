import type { Span } from '../reading.ts'

const occasion =
  'interviews?|statement|speech|address|news conference|press conference|news briefing|press briefing|briefing|conference call|tweets?|letter|memo|op-ed|essay|debate|hearing|testimony|broadcast|podcast|post|call with reporters|televised address|communiqu[eé]'
const venue = new RegExp(
  String.raw`(?<![\p{L}])(?:in|at|during|on|via|through)\s+(?:an?|the|his|her|their|its)\s+(?:[\p{L}-]+\s+){0,3}?(?:${occasion})(?:\s+(?:with|to|on|for|by|in|at|from)\s+(?:the\s+)?(?:\p{Lu}[\p{L}.&’'-]*)(?:\s+(?:\p{Lu}[\p{L}.&’'-]*|of|and))*)?`,
  'iu',
)

/** Where somebody spoke, as a sentence says it: "in an interview with NBC News". */
export function venueIn(text: string, sentence: Span, content: readonly Span[]): Span | undefined {
  const found = venue.exec(text.slice(sentence.start, sentence.end))
  if (!found) return undefined
  const start = sentence.start + found.index
  const span = { start, end: start + found[0].replace(/(?:\s+(?:of|and)|[.’'-]+)$/, '').length }
  // Inside the content it is what is spoken of, not where.
  return content.some((it) => it.start <= span.start && span.end <= it.end) ? undefined : span
}
