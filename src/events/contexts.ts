/** What an event is about: PLOVER's contexts, told by words of its sentence and of its article. */
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import type { Scene } from '../statements/index.ts'
import { listOf } from './codes.ts'
import { refused, rowsIfAny, rowsOf } from './rows.ts'

export interface Context {
  name: string
  /** Lemmas in lower case, several for a phrase. */
  words: readonly (readonly string[])[]
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
    return { name: context, words: listOf(words).map((phrase) => phrase.split(' ')), example }
  })
}

/** An article is about what at least so many of its sentences name, and so large a share of them. */
const ARTICLE = { sentences: 3, share: 0.2 }

/** The contexts of each sentence: those its own words bring, then those of the article. */
export function contextsOf(scenes: readonly Scene[], contexts: readonly Context[]): string[][] {
  const byFirst = new Map<string, { name: string; words: readonly string[] }[]>()
  for (const { name, words } of contexts) {
    for (const phrase of words) byFirst.set(phrase[0]!, [...(byFirst.get(phrase[0]!) ?? []), { name, words: phrase }])
  }
  const named = scenes.map((scene) => namedIn(scene, byFirst))
  const counts = new Map<string, number>()
  for (const names of named) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const least = Math.max(ARTICLE.sentences, ARTICLE.share * scenes.length)
  const throughout = [...counts].filter(([, count]) => count >= least).map(([name]) => name)
  return named.map((names) => [...new Set([...names, ...throughout])])
}

function namedIn(
  { tokens, lower }: Scene,
  byFirst: ReadonlyMap<string, readonly { name: string; words: readonly string[] }[]>,
): Set<string> {
  const is = (i: number, word: string) => lower[i] === word || tokens[i]?.lemma.toLowerCase() === word
  const named = new Set<string>()
  for (let i = 0; i < tokens.length; i++) {
    const lemma = tokens[i]!.lemma.toLowerCase()
    const candidates = [...(byFirst.get(lower[i]!) ?? []), ...(lemma === lower[i] ? [] : (byFirst.get(lemma) ?? []))]
    for (const { name, words } of candidates) if (words.every((word, k) => is(i + k, word))) named.add(name)
  }
  return named
}
