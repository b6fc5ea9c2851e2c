import { expect, test } from 'vitest'
import { read } from '../read.ts'
import { olderName } from './older.ts'

test.each([
  ['ACCUSE', '090', 'INVESTIGATE'],
  ['ACCUSE', '112', 'DISAPPROVE'],
  ['REQUEST', '020', 'DEMAND'],
  ['ASSAULT', '190', 'FIGHT'],
  ['ASSAULT', '2041', 'FIGHT'],
  ['ASSAULT', '182', 'ASSAULT'],
  ['RETREAT', '0874', 'RETREAT'],
  ['BALLOT', undefined, 'BALLOT'],
])('%s %s was %s', (type, cameo, older) => expect(olderName(type, cameo)).toBe(older))

test('on request a reading has the older names', async () => {
  const input = {
    uri: 'memory',
    format: 'text' as const,
    body: { kind: 'text' as const, data: 'Turkey attacked Syria.' },
  }
  const { events } = await read(input, { plain: true, events: { names: 18 } })
  expect(events.map((it) => it.type)).toEqual(['FIGHT'])
})
