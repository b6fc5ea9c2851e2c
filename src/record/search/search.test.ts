import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reading, Span } from '../../reading.ts'
import { batchOf } from '../fixture.ts'
import { openRecord, type Snapshot } from '../manifest.ts'
import { openWriter } from '../writer.ts'
import { type SearchOptions, search } from './search.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-search-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let record: Snapshot

interface Said {
  who: string
  cue: string
  what: string
  form?: 'direct' | 'indirect'
  sourcing?: 'named' | 'unnamed'
}

/** A reading of a text in which people say things; sentences end at ". ". Names in `people` are actors of that country. */
function reading(
  id: string,
  published: string | undefined,
  outlet: string,
  text: string,
  said: readonly Said[],
  people: Readonly<Record<string, string>> = {},
): Reading {
  const at = (words: string): Span => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`${words} is not in the text`)
    return { start, end: start + words.length }
  }
  const sentences = [...text.matchAll(/\S.*?\.(?=\s|$)/gs)].map(({ 0: it, index }) => ({
    start: index,
    end: index + it.length,
  }))
  return {
    id,
    source: { uri: `${id}.txt`, format: 'text', outlet },
    published,
    title: `Title of ${id}`,
    language: 'en',
    text,
    captions: [],
    sentences,
    actors: Object.entries(people).map(([name, country]) => ({
      id: name.toLowerCase().replaceAll(' ', '-'),
      name,
      kind: 'person' as const,
      country,
      mentions: [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
        start: index,
        end: index + name.length,
      })),
    })),
    statements: said.map(({ who, cue, what, form = 'indirect', sourcing = 'named' }, n) => ({
      id: `s${n + 1}`,
      source: {
        ...at(who),
        ...(people[who] && { actor: who.toLowerCase().replaceAll(' ', '-'), country: people[who] }),
      },
      cue: at(cue),
      content: [at(what)],
      form,
      act: 'say',
      sourcing,
      confidence: 0.9,
    })),
    events: [],
    commitments: [],
    warnings: [],
  }
}

const people = { 'Osra Elphberg': 'RUR', 'Marek Zerkov': 'KRV' }
const first = [
  reading(
    'border',
    '2016-07-14',
    'The Strelsau Post',
    'Osra Elphberg said that sanctions on Kravonia would stay. Élite troops held the bridge. The rain went on.',
    [{ who: 'Osra Elphberg', cue: 'said', what: 'sanctions on Kravonia would stay' }],
    people,
  ),
  reading(
    'talks',
    '2015-02-01',
    'Zenda Gazette',
    'Marek Zerkov told reporters “we are sanctioned without a cause” on Monday. Two officials said that Osra Elphberg would not meet him. Heavy weapons stayed; chemical weapons left.',
    [
      { who: 'Marek Zerkov', cue: 'told reporters', what: 'we are sanctioned without a cause', form: 'direct' },
      { who: 'Two officials', cue: 'said', what: 'Osra Elphberg would not meet him', sourcing: 'unnamed' },
    ],
    people,
  ),
]
const second = [
  {
    ...reading(
      'bombing',
      undefined,
      'Zenda Gazette',
      'Kravonia bombed the bridge over the weekend. Nobody says why.',
      [],
    ),
  },
]
const { text } = second[0]!
const place = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
second[0]!.events = [
  {
    id: 'e1',
    type: 'ASSAULT',
    contexts: [],
    cameo: '195',
    goldstein: -10,
    quad: 4,
    source: [{ ...place('Kravonia'), country: 'KRV' }],
    target: [],
    trigger: [place('bombed')],
    factuality: 'asserted',
    primary: true,
    confidence: 0.8,
    rule: 'assault.bomb',
  },
]
second[0]!.commitments = [
  {
    id: 'c1',
    kind: 'threat',
    source: [place('Kravonia')],
    target: [],
    about: place('bombed the bridge'),
    history: [],
    confidence: 0.5,
  },
]

beforeAll(async () => {
  const writer = await openWriter(folder)
  await writer.append(batchOf(first))
  await writer.append(batchOf(second))
  writer.close()
  record = await openRecord(folder)
}, 60_000)

/** Results as document, kind and id. */
async function found(query: string, options?: SearchOptions): Promise<string[]> {
  const { hits, total } = await search(record, query, options)
  expect(total).toBeGreaterThanOrEqual(hits.length)
  return hits.map(({ document, kind, id }) => `${document} ${kind} ${id}`)
}

test('a word is found in any of its forms, and the rows it stands in come before bare sentences', async () => {
  expect((await found('sanctions')).sort()).toEqual(['border statement s1', 'talks statement s1'])
  expect(await found('elite')).toEqual(['border text 1'])
})

test('all words must stand in a row; what must not is left out', async () => {
  expect(await found('sanctions kravonia')).toEqual(['border statement s1'])
  expect(await found('sanctions -kravonia')).toEqual(['talks statement s1'])
})

test('a phrase is exact: its forms, in order, side by side', async () => {
  expect(await found('"chemical weapons"')).toEqual(['talks text 2'])
  expect(await found('"weapons chemical"')).toEqual([])
  expect(await found('"sanction"')).toEqual([])
  expect(await found('"without a cause"')).toEqual(['talks statement s1'])
})

test('who says it, whom it is about, on whose word, in which form', async () => {
  expect(await found('speaker:elphberg')).toEqual(['border statement s1'])
  expect(await found('speaker:"osra elphberg"')).toEqual(['border statement s1'])
  expect(await found('speaker:"elphberg osra"')).toEqual([])
  expect(await found('speaker:osra-elphberg')).toEqual(['border statement s1'])
  expect(await found('speaker:krv')).toEqual(['talks statement s1'])
  expect(await found('about:elphberg kind:statement')).toEqual(['talks statement s2'])
  expect(await found('sourcing:unnamed')).toEqual(['talks statement s2'])
  expect(await found('form:direct,mixed')).toEqual(['talks statement s1'])
  expect(await found('country:KRV')).toEqual(['bombing event e1', 'talks statement s1'].reverse())
})

test('events and commitments by type, each sentence told once', async () => {
  expect(await found('type:assault')).toEqual(['bombing event e1'])
  expect(await found('type:threat')).toEqual(['bombing commitment c1'])
  expect((await found('bridge bombing')).sort()).toEqual(['bombing commitment c1', 'bombing event e1'])
  expect(await found('bridge kind:text')).toEqual(['border text 1', 'bombing text 0'])
  expect(await found('source:kravonia kind:event')).toEqual(['bombing event e1'])
})

test('dates and outlets', async () => {
  expect(await found('kind:statement after:2016')).toEqual(['border statement s1'])
  expect(await found('kind:statement before:2016-07-14')).toEqual(['talks statement s1', 'talks statement s2'])
  expect((await found('outlet:zenda kind:statement,event')).length).toBe(3)
  expect(await found('outlet:nowhere')).toEqual([])
})

test('the sentence is shown, with the places of the words in the text of the document', async () => {
  const { hits } = await search(record, 'sanctions "on kravonia"')
  const [hit] = hits
  expect(hit!.sentences).toEqual([
    { start: 0, end: 57, text: 'Osra Elphberg said that sanctions on Kravonia would stay.' },
  ])
  expect(hit!.marks.map(({ start, end }) => first[0]!.text.slice(start, end))).toEqual(['sanctions', 'on Kravonia'])
  expect(hit).toMatchObject({
    title: 'Title of border',
    outlet: 'The Strelsau Post',
    published: '2016-07-14',
    speaker: 'Osra Elphberg',
    country: 'RUR',
    uri: 'border.txt',
  })
})

test('pages follow one another, and hold together what one page holds', async () => {
  const whole = await found('kind:statement,text,event,commitment the')
  expect(whole.length).toBeGreaterThan(3)
  const pages: string[] = []
  let after: string | undefined
  do {
    const { hits, next } = await search(record, 'kind:statement,text,event,commitment the', { limit: 2, after })
    pages.push(...hits.map(({ document, kind, id }) => `${document} ${kind} ${id}`))
    after = next
  } while (after)
  expect(pages).toEqual(whole)
})

test('facets count all results', async () => {
  const { facets, total } = await search(record, 'kind:statement', { limit: 1, facets: true })
  expect(total).toBe(3)
  expect(facets!.speaker).toEqual([
    { value: 'Marek Zerkov', count: 1 },
    { value: 'Osra Elphberg', count: 1 },
    { value: 'Two officials', count: 1 },
  ])
  expect(facets!.form).toEqual([
    { value: 'indirect', count: 2 },
    { value: 'direct', count: 1 },
  ])
  expect(facets!.year).toEqual([
    { value: '2015', count: 2 },
    { value: '2016', count: 1 },
  ])
})

test('what is forgotten is not found', async () => {
  const writer = await openWriter(folder)
  await writer.forget({ documents: ['talks'], inputs: ['k-talks'] }, ['talks'])
  writer.close()
  record = await openRecord(folder)
  expect(await found('sanctions')).toEqual(['border statement s1'])
  expect(await found('"chemical weapons"')).toEqual([])
}, 60_000)

test('wrong queries and cursors are coded errors', async () => {
  await expect(search(record, '')).rejects.toMatchObject({ code: 'E_QUERY' })
  await expect(search(record, 'speeker:x')).rejects.toMatchObject({ code: 'E_QUERY' })
  await expect(search(record, 'bridge', { after: 'x' })).rejects.toMatchObject({ code: 'E_CURSOR' })
})
