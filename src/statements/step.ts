import { describe, headOf } from '../actors/index.ts'
import type { Form, Span, Statement } from '../reading.ts'
import { firstEndingAfter, lengthOf, type SpanIndex, spanIndex } from '../spans.ts'
import { type Draft, step } from '../step.ts'
import { confidenceOf } from './confidence.ts'
import { findStatements } from './find.ts'
import type { Found } from './found.ts'
import type { Quotation } from './quotations.ts'
import { stagingOf } from './scene.ts'
import { sourcingOf } from './sourcing.ts'
import { venueIn } from './venue.ts'

/** Finds the statements of an article and says of each who speaks, in which form, where, and in whose statement. */
export const statementsStep = step({
  name: 'statements',
  requires: ['article', 'analysis', 'actors'],
  provides: ['statements'],
  async run(given, warn) {
    const { analysis } = given
    const { quotations, warnings } = stagingOf(analysis)
    for (const warning of warnings) warn(warning)
    const found = await findStatements(analysis)
    const ids = new Map(found.map((it, i) => [it, `s${i + 1}`]))
    const holders = spanIndex(found, ({ content }) => content)
    const statements = found.map((it): Statement => {
      const sentence = it.cue && analysis.sentences[firstEndingAfter(analysis.sentences, it.cue.start)]
      const venue = sentence && venueIn(analysis.text, sentence, it.content)
      const outer = holderOf(it, holders)
      return {
        id: ids.get(it)!,
        ...speakerOf(it.source, given),
        cue: it.cue,
        content: it.content,
        form: formOf(analysis.text, it.content, quotations),
        act: it.act,
        ...(outer && { within: ids.get(outer)! }),
        ...(venue && { venue }),
        confidence: it.confidence ?? confidenceOf(it.rule),
        rule: it.rule,
      }
    })
    return { statements }
  },
})

type Given = Pick<Draft, 'article' | 'analysis' | 'actors'>

function speakerOf(source: Span | null, given: Given): Pick<Statement, 'source' | 'sourcing'> {
  if (!source) return { source: null, sourcing: 'none' }
  const mention = describe(source, given)
  const actor = given.actors.find((it) => it.id === mention.actor)
  const words = given.analysis.text.slice(source.start, source.end)
  return { source: mention, sourcing: sourcingOf(words, headOf(source, given), actor) }
}

/** direct when nothing but joining words stands outside quotation marks, indirect when nothing stands inside. */
function formOf(text: string, content: readonly Span[], quotations: readonly Quotation[]): Form {
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
