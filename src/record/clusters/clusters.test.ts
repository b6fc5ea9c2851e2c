import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reading } from '../../reading.ts'
import { batchOf } from '../fixture.ts'
import { openRecord } from '../manifest.ts'
import { openDuckDB } from '../query.ts'
import { openWriter } from '../writer.ts'
import { sameStory } from './same-story.ts'

const story = `The harbour of Strelsau stood still on Thursday after its pilots laid down their work over pay that had not come since spring.
Ships from four countries lay at anchor outside the mole, and lorries with fruit queued as far as the old toll house.
The port office wrote to the guild that the money would be there by the end of the month, for the third time this year.
Merchants in the lower town have begun to send their goods by rail to Zenda, which costs them a day and a tenth of the price.
A pilot with thirty years at the mole has sold his boat to pay the school of his two sons, and does not think that he will buy another.
The mayor, who owns two of the ships, was not to be found at his house, and his clerk knew of no day on which he would be back.`

const quote =
  '“We have waited long enough, we have families, and we shall not go out to a single ship until every crown that we are owed lies on this table,” the head of the guild told reporters.'
const other = `Pilots at Strelsau refused to board any vessel yesterday, the second such stoppage in a year.
Their guild puts what is owed at two million crowns, a sum that the port disputes and has asked an auditor to examine.
Fruit is rotting in the holds, say two captains whose cargo was bound for the market at Hentzau before the feast.
Rail freight to Zenda doubled overnight, according to the yard master, who has had to borrow wagons from the army.
Insurers in the capital raised their rates for the whole coast by a fifth, and brokers expect more should the dispute run into June.
Nobody at the town hall would say where the mayor was.`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-copies-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Article {
  id: string
  text: string
  published?: string
  outlet?: string
  byline?: string
}
const readingOf = ({ id, text, published, outlet, byline }: Article): Reading => ({
  id,
  source: { format: 'text', outlet },
  published,
  byline,
  language: 'en',
  text,
  captions: [],
  sentences: [],
  actors: [],
  statements: [],
  events: [],
  commitments: [],
  warnings: [],
})

/** Adds each list of articles as a segment. */
async function add(...segments: Article[][]): Promise<void> {
  const writer = await openWriter(folder)
  for (const articles of segments) await writer.append(batchOf(articles.map(readingOf)))
  writer.close()
}

/** Document, cluster, nearest and size of every row. */
async function clusters(): Promise<unknown[][]> {
  const connection = await openDuckDB(await openRecord(folder))
  const rows = await connection.runAndReadAll('SELECT document, cluster, nearest, size FROM clusters ORDER BY document')
  connection.closeSync()
  return rows.getRows()
}

const wire = {
  id: 'wire',
  published: '2016-07-14',
  outlet: 'Meridian Wire',
  text: `STRELSAU (Meridian Wire) — ${story}`,
}
const reprint = {
  id: 'a-reprint',
  published: '2016-07-14',
  outlet: 'Zenda Gazette',
  byline: 'Meridian Wire',
  text: `ZENDA — ${story.replace('on Thursday', 'yesterday').split('\n').slice(0, 5).join('\n')}`,
}

test('a reprint is a copy of the wire report, though it was added first: on one day the agency comes first', async () => {
  await add([reprint], [wire])
  expect(await clusters()).toEqual([
    ['a-reprint', 'wire', 'wire', 2],
    ['wire', 'wire', null, 2],
  ])
  const [origin, copy, ...rest] = await sameStory(await openRecord(folder), 'a-reprint')
  expect(rest).toEqual([])
  expect(origin).toMatchObject({ document: 'wire', origin: true, credit: 'Meridian Wire', text: wire.text })
  expect(copy).toMatchObject({ document: 'a-reprint', origin: false, outlet: 'Zenda Gazette', nearest: 'wire' })
  expect(copy!.likeness).toBeGreaterThan(0.9)
})

test('two reports that share a quotation are two', async () => {
  await add([
    { id: 'one', text: `${story}\n${quote}` },
    { id: 'two', text: `${other}\n${quote}` },
  ])
  expect(await clusters()).toEqual([
    ['one', 'one', null, 1],
    ['two', 'two', null, 1],
  ])
})

test('a digest that holds two reports makes them no copies of one another', async () => {
  await add([
    { id: 'digest', published: '2016-01-02', text: `${story}\n\n${other}` },
    { id: 'one', published: '2016-01-01', text: story },
    { id: 'two', published: '2016-01-01', text: other },
  ])
  const rows = await clusters()
  expect(rows.find(([document]) => document === 'one')).toEqual(['one', 'one', null, expect.any(Number)])
  expect(rows.find(([document]) => document === 'two')).toEqual(['two', 'two', null, expect.any(Number)])
})

test('texts too short to tell a copy from chance stand alone', async () => {
  await add([
    { id: 'one', text: 'More on this story soon.' },
    { id: 'two', text: 'More on this story soon.' },
  ])
  expect((await clusters()).map(([, cluster]) => cluster)).toEqual(['one', 'two'])
})

test('a hundred reprints are one cluster, whose origin is found anew when it is forgotten', async () => {
  const reprints = Array.from({ length: 100 }, (_, n) => ({ ...reprint, id: `copy-${100 + n}` }))
  await add(reprints.slice(0, 50), [wire, ...reprints.slice(50)])
  expect(new Set((await clusters()).map(([, cluster, , size]) => `${cluster} ${size}`))).toEqual(new Set(['wire 101']))
  const writer = await openWriter(folder)
  await writer.forget({ documents: ['wire'], inputs: ['k-wire'] }, ['wire'])
  writer.close()
  expect(new Set((await clusters()).map(([, cluster, , size]) => `${cluster} ${size}`))).toEqual(
    new Set(['copy-100 100']),
  )
})

test('what is rewritten in one step is compared with one another', async () => {
  await add([wire, { id: 'x', text: other }], [reprint, { id: 'y', text: other }])
  const writer = await openWriter(folder)
  await writer.forget({ documents: ['x', 'y'], inputs: ['k-x', 'k-y'] }, ['x', 'y'])
  writer.close()
  expect(await clusters()).toEqual([
    ['a-reprint', 'wire', 'wire', 2],
    ['wire', 'wire', null, 2],
  ])
})
