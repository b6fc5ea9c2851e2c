/** The actors room: country and sector of given words, names, and who is who over an article. Each file in `actors/` states its measure. */
import { coreferenceScores } from './actors/coreference.ts'
import { entityScores } from './actors/entities.ts'
import { gsrScores } from './actors/gsr.ts'
import { gumScores } from './actors/gum.ts'
import type { Score } from './data.ts'

export async function evaluate(data: string, _args: readonly string[] = []): Promise<Score[]> {
  return [
    ...(await gsrScores(data)),
    ...(await entityScores(data)),
    ...(await coreferenceScores(data)),
    ...(await gumScores(data)),
  ]
}
