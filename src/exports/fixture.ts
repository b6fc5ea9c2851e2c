/** A reading for tests, made by hand: both sides of a meeting, a claim, a deed to come, one side only, an organisation of states. */

import type { Event, Mention, Reading, Span } from '../reading.ts'
import type { ExportOptions, Format } from './format.ts'

const text = [
  '🕊 Ruritania and Norway met in Oslo on Tuesday.',
  '“We will reopen\nthe border,” said E\u0301lise Marek, Ruritania’s foreign minister 🤝. Graustark’s army shelled a Ruritanian village, two officials said.',
  'The United Nations criticised Graustark; rebels fled.',
].join('\n\n')

/** The n-th place of some words. */
function at(words: string, n = 1): Span {
  let start = -1
  for (let i = 0; i < n; i++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`${words} is not in the text`)
  return { start, end: start + words.length }
}

const ruritania: Mention = { ...at('Ruritania'), actor: 'rur', country: 'RUR' }
const norway: Mention = { ...at('Norway'), actor: 'nor', country: 'NOR' }
const marek: Mention = { ...at('E\u0301lise Marek'), actor: 'x-marek', country: 'RUR', sector: 'GOV' }
const army: Mention = { ...at('Graustark’s army'), actor: 'x-gra-armies', country: 'GRA', sector: 'MIL' }
const village: Mention = { ...at('Ruritanian'), actor: 'rur', country: 'RUR' }
const officials: Mention = { ...at('two officials'), actor: 'x-officials', sector: 'GOV' }
const nations: Mention = { ...at('The United Nations'), actor: 'un' }
const graustark: Mention = { ...at('Graustark', 2), actor: 'gra', country: 'GRA' }
const rebels: Mention = { ...at('rebels'), actor: 'x-rebels', sector: 'REB' }

const span = ({ start, end }: Span): Span => ({ start, end })
const event = (
  id: string,
  it: Omit<Event, 'id' | 'contexts' | 'primary' | 'confidence' | 'rule'> & Partial<Event>,
): Event => ({
  id,
  contexts: [],
  primary: true,
  confidence: 0.75,
  rule: 'by-hand',
  ...it,
})

export const reading: Reading = {
  id: 'wire/2016-07-14 #1',
  source: {
    uri: 'https://wire.example/news/1',
    outlet: 'Meridian Wire',
    format: 'html',
    retrieved: '2016-07-15T08:00:00Z',
  },
  title: '=Talks, and shells',
  byline: 'Ada Quill',
  published: '2016-07-14T20:31:00-04:00',
  language: 'en',
  text,
  captions: ['Oslo. Photo: Meridian Wire'],
  sentences: [
    { start: 0, end: at(' on Tuesday.').end },
    { start: at('“We').start, end: at('minister 🤝.').end },
    { start: at('Graustark’s').start, end: at('officials said.').end },
    { start: at('The United').start, end: text.length },
  ],
  actors: [
    {
      id: 'rur',
      name: 'Ruritania',
      kind: 'state',
      country: 'RUR',
      mentions: [at('Ruritania'), at('Ruritania', 2), span(village)],
    },
    { id: 'nor', name: 'Norway', kind: 'state', country: 'NOR', qid: 'Q20', mentions: [span(norway)] },
    {
      id: 'x-marek',
      name: 'E\u0301lise Marek',
      kind: 'person',
      country: 'RUR',
      sector: 'GOV',
      mentions: [span(marek)],
    },
    {
      id: 'x-gra-armies',
      name: 'Graustark’s army',
      kind: 'organisation',
      country: 'GRA',
      sector: 'MIL',
      mentions: [span(army)],
    },
    { id: 'x-officials', name: 'two officials', kind: 'unnamed', sector: 'GOV', mentions: [span(officials)] },
    { id: 'un', name: 'United Nations', kind: 'organisation', qid: 'Q1065', mentions: [span(nations)] },
    { id: 'gra', name: 'Graustark', kind: 'state', country: 'GRA', mentions: [span(graustark)] },
    { id: 'x-rebels', name: 'rebels', kind: 'group', sector: 'REB', mentions: [span(rebels)] },
  ],
  statements: [
    {
      id: 's1',
      source: marek,
      cue: at('said'),
      content: [at('We will reopen\nthe border,')],
      form: 'direct',
      act: 'say',
      sourcing: 'named',
      confidence: 0.9,
    },
    {
      id: 's2',
      source: officials,
      cue: at('said', 2),
      content: [at('Graustark’s army shelled a Ruritanian village')],
      form: 'indirect',
      act: 'say',
      sourcing: 'unnamed',
      confidence: 0.8,
    },
  ],
  events: [
    event('e1', {
      type: 'CONSULT',
      cameo: '040',
      goldstein: 1,
      quad: 1,
      source: [ruritania, norway],
      target: [ruritania, norway],
      trigger: [at('met')],
      factuality: 'asserted',
      date: '2016-07-12',
      place: { ...at('Oslo'), country: 'NOR' },
    }),
    event('e2', {
      type: 'AGREE',
      contexts: ['diplomatic'],
      cameo: '030',
      goldstein: 4,
      quad: 1,
      source: [marek],
      target: [],
      trigger: [at('will reopen')],
      factuality: 'future',
      statement: 's1',
    }),
    event('e3', {
      type: 'ASSAULT',
      mode: 'heavy-weapons',
      contexts: ['military'],
      cameo: '194',
      goldstein: -10,
      quad: 4,
      source: [army],
      target: [village],
      trigger: [at('shelled')],
      factuality: 'asserted',
      statement: 's2',
    }),
    event('e4', {
      type: 'ACCUSE',
      mode: 'disapprove',
      cameo: '111',
      goldstein: -2,
      quad: 3,
      source: [nations],
      target: [graustark],
      trigger: [at('criticised')],
      factuality: 'asserted',
    }),
    event('e5', {
      type: 'RETREAT',
      mode: 'disarm',
      contexts: ['military'],
      cameo: '0874',
      goldstein: 10,
      quad: 2,
      source: [rebels],
      target: [],
      trigger: [at('fled')],
      factuality: 'asserted',
      primary: false,
    }),
  ],
  commitments: [
    {
      id: 'c1',
      kind: 'promise',
      source: [marek],
      target: [],
      about: at('reopen\nthe border'),
      history: [{ status: 'not-yet', evidence: at('fled') }],
      statement: 's1',
      event: 'e2',
      confidence: 0.6,
    },
  ],
  warnings: [],
}

/** What a format writes, by file name. */
export async function filesOf(format: Format, readings: readonly Reading[], options: ExportOptions = {}) {
  const files = new Map<string, string>()
  const each = (async function* () {
    yield* readings
  })()
  await format.write(
    each,
    {
      async open(name) {
        files.set(name, '')
        return {
          write: async (text) => void files.set(name, files.get(name) + text),
          close: async () => {},
          sum: () => 'sum',
        }
      },
      place: async () => {
        throw new Error('formats of readings write their own files')
      },
    },
    options,
  )
  return files
}
