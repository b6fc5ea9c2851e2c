import { expect, test } from 'vitest'
import { clustersOf, type Signable, signed } from './clusters.ts'

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

const run = async (documents: readonly Signable[]) => {
  const texts = new Map(documents.map(({ id, text }) => [id, text]))
  return clustersOf(documents.map(signed), async () => texts)
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

test('a reprint is a copy of the wire report, which comes first on its day for the agency is its own', async () => {
  const rows = await run([reprint, wire])
  expect(rows).toEqual([
    { document: 'wire', cluster: 'wire', size: 2 },
    { document: 'a-reprint', cluster: 'wire', nearest: 'wire', likeness: expect.any(Number), size: 2 },
  ])
  expect(rows[1]!.likeness).toBeGreaterThan(0.9)
})

test('two reports that share a quotation are two', async () => {
  const rows = await run([
    { id: 'one', text: `${story}\n${quote}` },
    { id: 'two', text: `${other}\n${quote}` },
  ])
  expect(rows.map(({ cluster }) => cluster)).toEqual(['one', 'two'])
})

test('a digest that holds two reports makes them no copies of one another', async () => {
  const rows = await run([
    { id: 'one', published: '2016-01-01', text: story },
    { id: 'two', published: '2016-01-01', text: other },
    { id: 'digest', published: '2016-01-02', text: `${story}\n\n${other}` },
  ])
  const clusterOf = new Map(rows.map(({ document, cluster }) => [document, cluster]))
  expect(clusterOf.get('one')).not.toBe(clusterOf.get('two'))
})

test('texts too short to tell a copy from chance stand alone', async () => {
  const rows = await run([
    { id: 'one', text: 'More on this story soon.' },
    { id: 'two', text: 'More on this story soon.' },
  ])
  expect(rows.map(({ size }) => size)).toEqual([1, 1])
})

test('a hundred reprints are one cluster', async () => {
  const rows = await run(Array.from({ length: 100 }, (_, n) => ({ ...reprint, id: `copy-${n}` })))
  expect(new Set(rows.map(({ cluster }) => cluster)).size).toBe(1)
})
