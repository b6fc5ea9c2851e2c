/** Scores of tags and trees, on gold tokens and on raw text; words are aligned by their characters, as in the CoNLL 2018 shared task. */
import type { Analysis, Sentence, Token } from '../src/language/analysis.ts'
import type { ConlluWord } from '../src/language/conllu.ts'
import { type Count, f1, type GoldDocument } from './segmentation.ts'

export interface ParsingScores {
  upos: number
  xpos: number
  lemmas: number
  uas: number
  las: number
  /** F1 of arcs with the label, by label. */
  labels: Record<string, number>
}

/** A document's own sentences and tokens, ready for the model. */
export function segmentedFrom({ text, sentences, tokens: places, source }: GoldDocument): Analysis {
  const tokens: Token[] = []
  const spans: Sentence[] = []
  source.forEach(({ words }, s) => {
    const first = tokens.length
    for (const { form } of words) {
      const [start, end] = places[tokens.length]!
      const unread = { lemma: form, upos: 'X', xpos: '', head: -1, deprel: 'dep', name: 'O' }
      tokens.push({ index: tokens.length, form, start, end, ...unread })
    }
    const [start, end] = sentences[s]!
    spans.push({ start, end, first, last: tokens.length, paragraph: s })
  })
  return { text, sentences: spans, tokens, names: [], titles: [] }
}

interface GoldToken extends ConlluWord {
  place: string
  /** Place of the head; "" for a root. */
  headPlace: string
}

const placeOf = (start: number, end: number): string => `${start}-${end}`

function goldTokens({ source, tokens }: GoldDocument): GoldToken[] {
  let base = 0
  return source.flatMap(({ words }) => {
    const from = base
    base += words.length
    const at = (i: number) => placeOf(...tokens[i]!)
    return words.map((word, i) => ({
      ...word,
      place: at(from + i),
      headPlace: word.head === 0 ? '' : at(from + word.head - 1),
    }))
  })
}

/** F1 over words; on gold tokens it is the share of words that are right. */
export function parsingScoresOf(pairs: readonly { gold: GoldDocument; analysis: Analysis }[]): ParsingScores {
  let [gold, system] = [0, 0]
  const right = { upos: 0, xpos: 0, lemmas: 0, uas: 0, las: 0 }
  const labels = new Map<string, Count>()
  const labelCount = (label: string): Count =>
    labels.get(label) ?? labels.set(label, { right: 0, gold: 0, system: 0 }).get(label)!
  for (const { gold: document, analysis } of pairs) {
    const { tokens } = analysis
    const known = new Map(goldTokens(document).map((word) => [word.place, word]))
    for (const word of known.values()) {
      gold++
      labelCount(word.deprel).gold++
    }
    for (const token of tokens) {
      system++
      labelCount(token.deprel).system++
      const word = known.get(placeOf(token.start, token.end))
      if (!word) continue
      const head = tokens[token.head]
      const sameHead = (head ? placeOf(head.start, head.end) : '') === word.headPlace
      if (token.upos === word.upos) right.upos++
      if (token.xpos === word.xpos) right.xpos++
      if (token.lemma === word.lemma) right.lemmas++
      if (sameHead) right.uas++
      if (sameHead && token.deprel === word.deprel) {
        right.las++
        labelCount(word.deprel).right++
      }
    }
  }
  const score = (count: number) => f1({ right: count, gold, system })
  return {
    upos: score(right.upos),
    xpos: score(right.xpos),
    lemmas: score(right.lemmas),
    uas: score(right.uas),
    las: score(right.las),
    labels: Object.fromEntries([...labels].map(([label, count]) => [label, f1(count)])),
  }
}
