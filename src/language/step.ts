/** The step of this room in the pipeline: article in, analysis out. */
import { step } from '../step.ts'
import { analyse } from './analyse.ts'
import { languageOf } from './detect.ts'

/** Reads the article's text; text in another language than English is left unread, with `W_LANGUAGE`. */
export const languageStep = step({
  name: 'language',
  requires: ['article'],
  provides: ['analysis'],
  async run({ article }, warn) {
    const language = await languageOf(article.text)
    if (language !== 'en' && language !== 'und') {
      warn({
        code: 'W_LANGUAGE',
        message: `The text is in "${language}", and onrecord reads English only: nothing was read from it. Give it in English.`,
      })
      return { analysis: { text: article.text, sentences: [], tokens: [], names: [], titles: [] } }
    }
    return { analysis: await analyse(article.text, warn) }
  },
})
