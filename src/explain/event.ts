/** Why an event is one: its pattern, its parties, what makes it more or less than asserted, and what nearly matched beside it. */
import { relative } from 'node:path'
import type { Frame, Note, Ontology } from '../events/index.ts'
import { readTable } from '../lexicon.ts'
import { packageRoot } from '../package-root.ts'
import type { Event, Reading, Span } from '../reading.ts'
import { sentenceOf, type Who, whoIs, wordsOf } from './who.ts'

/** A pattern that was tried at a word of the sentence, and the condition that failed. */
export interface Near {
  rule: string
  place?: string
  words: string
  span: Span
  missed: string
  example?: string
}

export interface EventExplained {
  event: Event
  sentence: string
  trigger: string
  /** The row that told it; absent where something else than a pattern did. */
  pattern?: {
    place: string
    example: string
    lemma?: string
    forms?: readonly string[]
    object?: readonly string[]
    needs: readonly string[]
    code: string
    name: string
  }
  /** How the parties stand to the word: subject and object, the two sides of "between", and so on. */
  frame?: Frame
  /** Where the weights told it: the words that spoke for its type most, and how much. */
  spoke?: { word: string; weight: number }[]
  sources: Who[]
  targets: Who[]
  factuality: { is: Event['factuality']; word?: string; row?: string; example?: string }
  statement?: { id: string; source?: Who; words: string }
  place?: { words: string; country?: string }
  nearly: Near[]
}

/**
 * Why an event of a Reading is one.
 *
 * @param notes what the matcher noted while the article was read (`events.note` of the read options)
 */
export function explainEvent(
  reading: Reading,
  event: Event,
  notes: readonly Note[],
  ontology: Ontology,
): EventExplained {
  const [trigger] = event.trigger
  const sentence = sentenceOf(reading, trigger!)!
  const inSentence = notes.filter(({ at }) => at.start >= sentence.start && at.end <= sentence.end)
  const own = inSentence.find(
    ({ rule, at, missed }) =>
      !missed && rule === event.rule && event.trigger.some((it) => it.start <= at.start && at.end <= it.end),
  )
  const claim = reading.statements.find(({ id }) => id === event.statement)
  const pattern = patternOf(event.rule, ontology)
  return {
    event,
    sentence: wordsOf(reading, sentence),
    trigger: wordsOf(reading, trigger!),
    ...(pattern && { pattern }),
    ...(own?.frame && { frame: own.frame }),
    ...(own?.words && { spoke: own.words.map(({ at, weight }) => ({ word: wordsOf(reading, at), weight })) }),
    sources: event.source.map((it) => whoIs(it, reading)),
    targets: event.target.map((it) => whoIs(it, reading)),
    factuality: factualityOf(event, own, reading),
    ...(claim && {
      statement: {
        id: claim.id,
        ...(claim.source && { source: whoIs(claim.source, reading) }),
        words: claim.content.map((span) => wordsOf(reading, span)).join(' … '),
      },
    }),
    ...(event.place && {
      place: { words: wordsOf(reading, event.place), ...(event.place.country && { country: event.place.country }) },
    }),
    nearly: nearlyIn(reading, inSentence, ontology),
  }
}

function factualityOf(
  { factuality: is }: Event,
  note: Note | undefined,
  reading: Reading,
): EventExplained['factuality'] {
  if (!note?.factuality) return { is }
  const { row, by } = note.factuality
  const entry = readTable('events/factuality.tsv', ['id', 'place', 'words', 'factuality', 'example']).find(
    ({ id }) => id === row,
  )
  return { is, word: wordsOf(reading, by), row, ...(entry && { example: entry.example }) }
}

/** The patterns that were tried and told no event. */
export const nearlyIn = (reading: Reading, notes: readonly Note[], ontology: Ontology): Near[] =>
  notes.flatMap((note) => nearOf(note, reading, ontology))

function nearOf(note: Note, reading: Reading, ontology: Ontology): Near[] {
  if (!note.missed) return []
  const pattern = patternOf(note.rule, ontology)
  return [
    {
      rule: note.rule,
      ...(pattern && { place: pattern.place, example: pattern.example }),
      words: wordsOf(reading, note.at),
      span: note.at,
      missed: note.missed,
    },
  ]
}

/** A pattern's row as it stands in its table. */
function patternOf(id: string, { verbs, nouns, modals }: Ontology): EventExplained['pattern'] | undefined {
  const verb = [...verbs.values()].flat().find((it) => it.id === id)
  const noun = [...nouns.values()].find((it) => it.id === id)
  const pattern = verb ?? noun ?? [...modals.values()].find((it) => it.id === id)
  if (!pattern) return undefined
  const { place, example, needs, code } = pattern
  return {
    place: place.startsWith(packageRoot) ? relative(packageRoot, place) : place,
    example,
    ...(verb && { lemma: verb.lemma, ...(verb.object.size > 0 && { object: [...verb.object] }) }),
    ...(noun && { forms: noun.forms }),
    needs: [...needs],
    code: code.code,
    name: code.name,
  }
}
