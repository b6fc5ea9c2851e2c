/** The room's step: an article and its analysis in, its actors out. */
import { step } from '../step.ts'
import { actorsOf } from './link.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The step with a user's own actors in its vocabulary. */
export const actorsStepWith = (words?: Vocabulary) =>
  step({
    name: 'actors',
    requires: ['article', 'analysis'],
    provides: ['actors'],
    run: ({ article, analysis }) => ({ actors: actorsOf(analysis, article.published, words) }),
  })

export const actorsStep = actorsStepWith()
