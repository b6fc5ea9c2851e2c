/**
 * The pipeline: what an article goes through to become a Reading, in order, nothing else.
 * To add a step, write its room and put it into `steps`.
 */
import { createHash } from 'node:crypto'
import { actorsStep, actorsStepWith, type Vocabulary } from './actors/index.ts'
import { type Article, articleOf } from './article/index.ts'
import { commitmentsStep } from './commitments/index.ts'
import { coded } from './errors.ts'
import { type EventOptions, eventsStep, eventsStepWith } from './events/index.ts'
import { languageOf, languageStep } from './language/index.ts'
import type { Reading, Warning } from './reading.ts'
import type { Input } from './sources/index.ts'
import { statementsStep } from './statements/index.ts'
import type { Draft, Step } from './step.ts'

/** The steps in order. */
export const steps = [languageStep, actorsStep, statementsStep, eventsStep, commitmentsStep]

export interface ReadOptions {
  /** The input is finished body text: not a character of it is changed. */
  plain?: boolean
  /** The registry with a user's own actors, as `vocabularyWith` builds it. */
  actors?: Vocabulary
  /** A user's own ontology, the older names of PLOVER's types, who wants to know why. */
  events?: EventOptions
}

/** What is read from one input. Never throws: what went wrong is in `errors`, and then the text is empty. */
export async function read(input: Input, options: ReadOptions = {}): Promise<Reading> {
  try {
    const { article: found, warnings } = articleOf(input, options)
    const article = { ...found, language: await languageIn(found) }
    const draft = await run(stepsFor(options), { article }, (warning) => warnings.push(warning))
    return readingOf(input, draft, warnings)
  } catch (error) {
    const { code, message } = coded(error)
    return { ...readingOf(input, nothing, []), errors: [{ code, message }] }
  }
}

/** What a page says of its language, unless its text says otherwise: "en-GB" tells more than "en", and "en" may be wrong. */
async function languageIn({ text, language }: Article): Promise<string> {
  const detected = await languageOf(text)
  const told = language.split('-')[0] === detected || detected === 'und'
  return told ? language : detected
}

const nothing: Draft = {
  article: { language: 'und', text: '', captions: [] },
  analysis: { text: '', sentences: [], tokens: [], names: [], titles: [] },
  actors: [],
  statements: [],
  events: [],
  commitments: [],
}

const stepsFor = ({ actors, events }: ReadOptions) =>
  steps.map((it) => {
    if (it === actorsStep && actors) return actorsStepWith(actors)
    return it === eventsStep && events ? eventsStepWith(events) : it
  })

async function run(
  these: ReturnType<typeof stepsFor>,
  start: Pick<Draft, 'article'>,
  warn: (warning: Warning) => void,
): Promise<Draft> {
  let draft = start as Draft
  for (const step of these) {
    // Each step's own types are checked by `step()`; the order by the test of this file.
    draft = { ...draft, ...(await (step as Step<keyof Draft, keyof Draft>).run(draft, warn)) }
  }
  return draft
}

function readingOf(input: Input, draft: Draft, warnings: Warning[]): Reading {
  const { article, analysis, actors, statements, events, commitments } = draft
  const { title, byline, published, outlet } = article
  return {
    id: input.id ?? digest(article.text || input.uri),
    source: {
      uri: input.url ?? input.uri,
      ...defined({ outlet }),
      format: input.format,
      ...defined({ retrieved: input.retrieved }),
    },
    ...defined({ title, byline, published }),
    language: article.language,
    text: article.text,
    captions: article.captions,
    sentences: analysis.sentences.map(({ start, end }) => ({ start, end })),
    actors,
    statements,
    events,
    commitments,
    warnings,
  }
}

const defined = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>

/** The sha-256 of a text in NFC with white space folded, so that two copies of one article have one id. */
const digest = (text: string) =>
  createHash('sha256').update(text.normalize('NFC').replace(/\s+/g, ' ').trim()).digest('hex')

/** The steps' names with what each needs and gives, for tests and `docs/architecture.md`. */
export const pipeline = steps.map(({ name, requires, provides }) => ({ name, requires, provides }))
