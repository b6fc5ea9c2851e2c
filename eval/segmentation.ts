/** Measures sentences and tokens of raw text against a treebank: F1 of spans, as the CoNLL 2018 shared task counted. */

import { type ConlluSentence, placesOf } from '../src/language/conllu.ts'
import type { Analysis } from '../src/language/index.ts'

export interface GoldDocument {
  text: string
  sentences: [number, number][]
  tokens: [number, number][]
  /** Gold sentences in order; their words are `tokens` in order. */
  source: ConlluSentence[]
}

/** Documents as running text: a blank line where the treebank marks a paragraph, else a space. */
export function documentsOf(sentences: readonly ConlluSentence[]): GoldDocument[] {
  const documents: GoldDocument[] = []
  let name: string | undefined
  for (const sentence of sentences) {
    if (name !== sentence.doc || documents.length === 0) {
      documents.push({ text: '', sentences: [], tokens: [], source: [] })
      name = sentence.doc
    }
    const document = documents.at(-1)!
    if (document.text) document.text += sentence.newpar ? '\n\n' : ' '
    const base = document.text.length
    document.text += sentence.text
    document.sentences.push([base, document.text.length])
    for (const [start, end] of placesOf(sentence)) document.tokens.push([base + start, base + end])
    document.source.push(sentence)
  }
  return documents
}

export interface Count {
  right: number
  system: number
  gold: number
}

export const f1 = ({ right, system, gold }: Count): number =>
  gold + system === 0 ? 0 : (200 * right) / (gold + system)

const key = (start: number, end: number): string => `${start}-${end}`

/** Spans of the sentences' outermost tokens, so that white space at their edges is no fault. */
export function segmentationOf(
  documents: readonly GoldDocument[],
  read: (text: string) => Pick<Analysis, 'sentences' | 'tokens'>,
) {
  const sentences: Count = { right: 0, system: 0, gold: 0 }
  const tokens: Count = { right: 0, system: 0, gold: 0 }
  for (const document of documents) {
    const analysis = read(document.text)
    count(sentences, document.sentences, analysis.sentences)
    count(tokens, document.tokens, analysis.tokens)
  }
  return { sentences: f1(sentences), tokens: f1(tokens) }
}

function count(
  into: Count,
  gold: readonly [number, number][],
  system: readonly { start: number; end: number }[],
): void {
  const known = new Set(gold.map(([start, end]) => key(start, end)))
  into.gold += gold.length
  into.system += system.length
  for (const { start, end } of system) if (known.has(key(start, end))) into.right++
}
