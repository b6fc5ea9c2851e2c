import type { Statement } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'
import { step } from '../step.ts'
import { withCited } from './citing.ts'
import { confidenceOf } from './confidence.ts'
import { findStatements } from './find.ts'
import { formOf } from './form.ts'
import { holdersOf } from './holders.ts'
import { polarityOf } from './polarity.ts'
import { stagingOf } from './scene.ts'
import { speakersOf } from './speakers.ts'
import { venueIn } from './venue.ts'
import { outletsIn, viaOf } from './via.ts'

/** Finds the statements of an article and says of each who speaks, in which form, where, and in whose statement. */
export const statementsStep = step({
  name: 'statements',
  requires: ['article', 'analysis', 'actors'],
  provides: ['statements'],
  async run(given, warn) {
    const { analysis } = given
    const { quotations, warnings } = stagingOf(analysis)
    for (const warning of warnings) warn(warning)
    const { found, citing } = withCited(await findStatements(analysis), given)
    const ids = new Map(found.map((it, i) => [it, `s${i + 1}`]))
    const holders = new Map([...holdersOf(found.filter((it) => !citing.has(it))), ...citing])
    const speakers = speakersOf(found, holders, given)
    const outlets = outletsIn(given.actors)
    const statements = found.map((it): Statement => {
      const sentence = it.cue && analysis.sentences[firstEndingAfter(analysis.sentences, it.cue.start)]
      const venue = sentence && venueIn(analysis.text, sentence, it.content)
      const { source, sourcing } = speakers.get(it)!
      const polarity = polarityOf(analysis, it.cue, it.act)
      const outer = holders.get(it)
      const reporter = citing.has(it) ? speakers.get(outer!)! : undefined
      const via =
        reporter?.sourcing === 'outlet' ? reporter.source : viaOf(analysis, { ...it, ...(venue && { venue }) }, outlets)
      return {
        id: ids.get(it)!,
        source,
        sourcing,
        cue: it.cue,
        content: it.content,
        form: it.form ?? formOf(analysis.text, it.content, quotations),
        act: it.act,
        ...(polarity && { polarity }),
        ...(outer && { within: ids.get(outer)! }),
        ...(via && { via }),
        ...(venue && { venue }),
        confidence: it.confidence ?? confidenceOf(it.rule),
        rule: it.rule,
      }
    })
    return { statements }
  },
})
