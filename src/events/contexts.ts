/** What an event is about: PLOVER's contexts, told by words of its sentence and of its article. */
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import type { Scene } from '../statements/index.ts'
import { refused, rowsIfAny, rowsOf } from './rows.ts'
import { counted, type Topic, topicOf, topicsOf } from './words.ts'

export interface Context extends Topic {
  example: string
}

const columns = ['context', 'words', 'example'] as const

/** The contexts of a folder's `contexts.tsv`, ours where it has none. */
export function contextsIn(folder: string): Context[] {
  const own = rowsIfAny(folder, 'contexts.tsv', columns)
  const rows = own.length > 0 ? own : rowsOf(join(packageRoot, 'lexicon/events'), 'contexts.tsv', columns)
  return rows.map((row) => {
    const { context, words, example } = row.cells
    if (!/^[a-z][a-z0-9_]*$/.test(context)) throw refused(row, `"${context}" is no name in small letters`)
    if (words === '') throw refused(row, 'it has no words')
    return { ...topicOf(context, words), example }
  })
}

/** An article is about what at least so many of its sentences name, and so large a share of them. */
const ARTICLE = { sentences: 3, share: 0.2 }

/** The contexts of each sentence, its own before those of the article. */
export function contextsOf(scenes: readonly Scene[], contexts: readonly Context[]): string[][] {
  const named = topicsOf(scenes, contexts)
  const least = Math.max(ARTICLE.sentences, ARTICLE.share * scenes.length)
  const throughout = [...counted(named)].filter(([, count]) => count >= least).map(([name]) => name)
  return named.map((names) => [...new Set([...names, ...throughout])])
}
