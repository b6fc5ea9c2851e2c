import { describe, headOf } from '../actors/index.ts'
import type { Form, Span, Statement } from '../reading.ts'
import { type Draft, step } from '../step.ts'
import { confidenceOf } from './confidence.ts'
import { findStatements } from './find.ts'
import type { Found } from './found.ts'
import { type Quotation, quotationsOf } from './quotations.ts'
import { sourcingOf } from './sourcing.ts'
import { venueIn } from './venue.ts'

/** Finds the statements of an article and says of each who speaks, in which form, where, and in whose statement. */
export const statementsStep = step({
  name: 'statements',
  requires: ['article', 'analysis', 'actors'],
  provides: ['statements'],
  run(given, warn) {
    const { analysis } = given
    const quotations = quotationsOf(analysis.text, warn)
    const found = findStatements(analysis, quotations)
    const statements = found.map((it, i): Statement => {
      const sentence = analysis.sentences.find((s) => it.cue && s.end > it.cue.start)
      const venue = sentence && venueIn(analysis.text, sentence, it.content)
      const outer = holderOf(it, found)
      return {
        id: `s${i + 1}`,
        ...speakerOf(it.source, given),
        cue: it.cue,
        content: it.content,
        form: formOf(analysis.text, it.content, quotations),
        act: it.act,
        ...(outer !== undefined && { within: `s${outer + 1}` }),
        ...(venue && { venue }),
        confidence: confidenceOf(it.rule),
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
    for (const quotation of quotations) {
      if (quotation.end <= at || quotation.start >= end) continue
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
 * Index of the innermost statement whose content holds another's cue, or its quotation when it has none. A holder is always
 * the longer of the two, so that no two statements can stand in each other.
 */
function holderOf(inner: Found, all: readonly Found[]): number | undefined {
  const place = inner.cue ?? inner.content[0]!
  const length = (it: Found) => it.content.reduce((sum, { start, end }) => sum + end - start, 0)
  const holds = (it: Found) => it.content.some(({ start, end }) => start <= place.start && place.end <= end)
  let best: number | undefined
  for (const [i, it] of all.entries()) {
    const inside = length(it) > length(inner) && holds(it)
    if (inside && (best === undefined || length(it) < length(all[best]!))) best = i
  }
  return best
}
