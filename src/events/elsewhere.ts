/** Whether an article is news of a field that is no politics: a football report, a recipe, a film review. */
import { readTable } from '../lexicon.ts'
import type { Scene } from '../statements/index.ts'
import type { Context } from './contexts.ts'
import { counted, type Topic, topicOf, topicsOf } from './words.ts'

let fields: Topic[] | undefined

/** So large a share of an article's sentences, and at least so many, must name a field; a single sentence is judged by its events. */
const FIELD = { share: 0.4, sentences: 3 }

/** Contexts that news of any field has: "economic" is in a market report, "health" in a column on vitamins. */
const common = new Set([
  'economic',
  'health',
  'legal',
  'crime',
  'environment',
  'natural_resource',
  'technology',
  'disasters',
  'gender',
])

/** The field of an article, where one is named in most of it, and in no less of it than politics. */
export function fieldOf(scenes: readonly Scene[], contexts: readonly Context[]): string | undefined {
  if (scenes.length < FIELD.sentences) return undefined
  fields ??= readTable('events/elsewhere.tsv', ['field', 'words']).map(({ field, words }) => topicOf(field, words))
  const [first] = [...counted(topicsOf(scenes, fields))].sort(([, a], [, b]) => b - a)
  if (!first || first[1] < Math.max(FIELD.sentences, FIELD.share * scenes.length)) return undefined
  const politics = topicsOf(
    scenes,
    contexts.filter(({ name }) => !common.has(name)),
  ).filter((names) => names.size > 0)
  return first[1] >= politics.length ? first[0] : undefined
}
