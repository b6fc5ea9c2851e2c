/** The room's step: an article and its analysis in, its actors out. */
import { step } from '../step.ts'
import { actorsOf } from './link.ts'

export const actorsStep = step({
  name: 'actors',
  requires: ['article', 'analysis'],
  provides: ['actors'],
  run: ({ article, analysis }) => ({ actors: actorsOf(analysis, article.published) }),
})
