/**
 * Judges for measuring on the sentences that were learnt from: each sentence is judged by weights that saw neither it nor any
 * other of its story. Sentences that are in no training set get the judge that comes with onrecord.
 */
import { type Judge, ownJudge } from '../../src/events/weights.ts'
import { type Example, partOf, storiesIn } from './corpus.ts'
import { weightsFrom } from './fit.ts'
import { lettersOf } from './stories.ts'

const FOLDS = 5

/** The judge for a text. */
export function fairJudges(folder: string, examples: readonly Example[]): (text: string) => Judge {
  const own = ownJudge()
  const stories = storiesIn(folder)
  const judges: Judge[] = []
  for (let part = 0; part < FOLDS; part++) {
    const others = examples.filter(({ story }) => partOf(story, FOLDS) !== part)
    judges.push({ ...own, weights: weightsFrom(others) })
  }
  return (text) => {
    const story = stories.get(lettersOf(text))
    return story === undefined ? own : judges[partOf(story, FOLDS)]!
  }
}
