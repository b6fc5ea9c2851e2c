/** Which names of a table stand for what a sentence's words say: contexts, and fields that are no politics. */
import type { Scene } from '../statements/index.ts'
import { listOf } from './codes.ts'

/** A name with the words that bring it: lemmas in lower case, several for a phrase. */
export interface Topic {
  name: string
  words: readonly (readonly string[])[]
}

export const topicOf = (name: string, words: string): Topic => ({ name, words: listOf(words).flatMap(tokensOf) })

/** A phrase as the language room parts it: "women 's", and compounds with their hyphen apart or not. */
function tokensOf(phrase: string): string[][] {
  const whole = phrase.replace(/(?<=\w)['’]s?(?= |$)/g, (mark) => ` ${mark}`).split(' ')
  return phrase.includes('-') ? [whole, whole.flatMap((word) => word.split(/(-)/))] : [whole]
}

/** Phrases by their first word. */
type Phrases = ReadonlyMap<string, readonly { name: string; words: readonly string[] }[]>

const laidOut = new WeakMap<readonly Topic[], Phrases>()

/** The phrases of a list of topics, laid out once. */
function phrasesOf(topics: readonly Topic[]): Phrases {
  const known = laidOut.get(topics)
  if (known) return known
  const byFirst = new Map<string, { name: string; words: readonly string[] }[]>()
  for (const { name, words } of topics) {
    for (const phrase of words) byFirst.set(phrase[0]!, [...(byFirst.get(phrase[0]!) ?? []), { name, words: phrase }])
  }
  laidOut.set(topics, byFirst)
  return byFirst
}

/** The names of the topics that each sentence's words bring. */
export function topicsOf(scenes: readonly Scene[], topics: readonly Topic[]): Set<string>[] {
  const phrases = phrasesOf(topics)
  return scenes.map((scene) => namedIn(scene, phrases))
}

function namedIn({ tokens, lower }: Scene, phrases: Phrases): Set<string> {
  const is = (i: number, word: string) => lower[i] === word || tokens[i]?.lemma.toLowerCase() === word
  const named = new Set<string>()
  const look = (i: number, first: string) => {
    for (const { name, words } of phrases.get(first) ?? []) {
      if (words.every((word, k) => is(i + k, word))) named.add(name)
    }
  }
  for (let i = 0; i < tokens.length; i++) {
    const lemma = tokens[i]!.lemma.toLowerCase()
    look(i, lower[i]!)
    if (lemma !== lower[i]) look(i, lemma)
  }
  return named
}

/** In how many sentences each name stands. */
export function counted(named: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const names of named) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
