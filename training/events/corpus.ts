/** What the event weights learn from: sentences with the type, or the quad class, of their main event; and the patterns' own examples. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { rowsOf } from '../../eval/data.ts'
import { actorsStep } from '../../src/actors/index.ts'
import { cluesOf, wordsOf } from '../../src/events/clues.ts'
import { NO_EVENT } from '../../src/events/codes.ts'
import { type Given, matchingsOf, plover } from '../../src/events/index.ts'
import { toldIn } from '../../src/events/told.ts'
import type { WordVectors } from '../../src/events/vectors.ts'
import { meansOf } from '../../src/events/verdict.ts'
import { type VerdictType, verdicts, verdictTypeOf } from '../../src/events/weights.ts'
import { languageStep } from '../../src/language/index.ts'
import { statementsStep } from '../../src/statements/index.ts'
import { lettersOf, storiesOf } from './stories.ts'

export interface Example {
  text: string
  /** Which of the verdicts may be right. */
  allowed: readonly VerdictType[]
  /** How much it counts. */
  weight: number
  /** Sentences that share many words are of one story: they are never parted between training and measuring. */
  story: string
  clues: string[]
  means: Float64Array
}

/** What an example of a pattern counts beside a sentence of news. */
const EXAMPLE_WEIGHT = 0.5

/** Quad classes as the class sentences have them: sanctions are verbal conflict there. */
const classes: readonly (readonly VerdictType[])[] = [
  ['NONE'],
  ['AGREE', 'CONSULT', 'SUPPORT'],
  ['COOPERATE', 'AID', 'YIELD'],
  ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SANCTION'],
  ['PROTEST', 'MOBILIZE', 'COERCE', 'ASSAULT'],
]
/** As the weights know it. @throws when the data has a type that they do not. */
export function verdictOf(type: string): VerdictType {
  const verdict = verdictTypeOf(type)
  if (!verdicts.includes(verdict)) throw new Error(`no verdict is called ${type}`)
  return verdict
}

/** The sentences of `folder` (the measuring data), each once, and the examples of the patterns. */
export async function examplesIn(folder: string, vectors: WordVectors): Promise<Example[]> {
  const sentences = sentencesIn(folder)
  const stories = storiesIn(folder)
  const examples = sentences.map((it) => ({ ...it, story: stories.get(lettersOf(it.text))! }))
  for (const { id, code, example } of patterns()) {
    const verdict = code.code === NO_EVENT ? 'NONE' : verdictOf(code.type)
    examples.push({ text: example, allowed: [verdict], weight: EXAMPLE_WEIGHT, story: `pattern ${id}` })
  }
  const ready: Example[] = []
  for (const example of examples) ready.push({ ...example, ...(await seenAs(example.text, vectors)) })
  return [...ready, ...(await ordinaryIn(folder, vectors))]
}

/** Every so many articles of ordinary news lend their sentences. */
const EACH = 16
/** What a sentence without an event counts: news has many more of them than the sentences made for measuring. */
const ORDINARY_WEIGHT = 0.05

/** Sentences of ordinary news in which no pattern finds an event: most have none. */
async function ordinaryIn(folder: string, vectors: WordVectors): Promise<Example[]> {
  const examples: Example[] = []
  const articles = rowsOf<{ id: string; text: string }>(join(folder, 'attribution', 'train.ndjson.gz'))
  for (const { id, text } of articles.filter((_, i) => i % EACH === 0)) {
    for (const matching of matchingsOf(await givenOf(text), plover())) {
      const { scene, parties } = matching
      if (toldIn(matching).length > 0) continue
      const { start, end } = scene.sentence
      const clues = cluesOf(scene, parties, []).map(({ name }) => name)
      const means = meansOf(wordsOf(scene), vectors)
      examples.push({
        text: text.slice(start, end),
        allowed: ['NONE'],
        weight: ORDINARY_WEIGHT,
        story: `article ${id}`,
        clues,
        means,
      })
    }
  }
  return examples
}

/** A sentence of the typed set: its parties between <s> and <t> marks, and the type of the event between them. */
export interface Typed {
  marked_sentence: string
  gold_root: string
}
export const textOf = ({ marked_sentence: marked }: Typed): string => marked.replace(/<\/?[st]>/g, '')

type Sentence = Pick<Example, 'text' | 'allowed' | 'weight'>

function sentencesIn(folder: string): Sentence[] {
  const byLetters = new Map<string, Sentence>()
  for (const { text, quad } of rowsOf<{ text: string; quad: number }>(
    join(folder, 'events', 'cameo-class-train.ndjson'),
  )) {
    byLetters.set(lettersOf(text), { text, allowed: classes[quad]!, weight: 1 })
  }
  // A type says more than a class.
  for (const row of rowsOf<Typed>(join(folder, 'events', 'plv-train.ndjson'))) {
    const text = textOf(row)
    byLetters.set(lettersOf(text), { text, allowed: [verdictOf(row.gold_root)], weight: 1 })
  }
  return [...byLetters.values()]
}

/** The story of each sentence of `folder`, by its letters, those of marked parties among them. */
export function storiesIn(folder: string): Map<string, string> {
  const marked = rowsOf<{ tokens: string[] }>(join(folder, 'events', 'cameo-ner-train.ndjson'))
  const texts = [...sentencesIn(folder).map(({ text }) => text), ...marked.map(({ tokens }) => tokens.join(' '))]
  const stories = storiesOf(texts)
  return new Map(texts.map((text, i) => [lettersOf(text), stories[i]!]))
}

function patterns() {
  const { verbs, nouns } = plover()
  return new Map([...[...verbs.values()].flat(), ...nouns.values()].map((pattern) => [pattern.id, pattern])).values()
}

/** A text after the rooms that come before events. */
export async function givenOf(text: string): Promise<Given> {
  const article = { language: 'en', text, captions: [] }
  const warn = () => undefined
  const { analysis } = await languageStep.run({ article }, warn)
  const { actors } = await actorsStep.run({ article, analysis }, warn)
  const { statements } = await statementsStep.run({ article, analysis, actors }, warn)
  return { article, analysis, actors, statements }
}

/** The clues and word means of a text's longest sentence. */
async function seenAs(text: string, vectors: WordVectors): Promise<Pick<Example, 'clues' | 'means'>> {
  const stages = matchingsOf(await givenOf(text), plover())
  const stage = stages.reduce((longest, it) => (it.scene.tokens.length > longest.scene.tokens.length ? it : longest))
  const clues = cluesOf(stage.scene, stage.parties, toldIn(stage)).map(({ name }) => name)
  return { clues, means: meansOf(wordsOf(stage.scene), vectors) }
}

/** The part, of `count`, that a story is in. */
export const partOf = (story: string, count: number): number =>
  createHash('sha256').update(story).digest().readUInt32BE() % count
