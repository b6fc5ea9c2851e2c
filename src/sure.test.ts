import { expect, test } from 'vitest'
import { read } from './read.ts'
import type { Commitment, Event, Reading, Statement } from './reading.ts'
import { surerThan } from './sure.ts'

const at = { start: 0, end: 1 }
const statement = (id: string, confidence: number, within?: string): Statement => ({
  id,
  source: null,
  cue: null,
  content: [at],
  form: 'indirect',
  act: 'say',
  sourcing: 'none',
  confidence,
  ...(within && { within }),
})
const event = (id: string, confidence: number, told?: string) =>
  ({ id, confidence, ...(told && { statement: told }) }) as Event
const commitment = (id: string, confidence: number, rest: Partial<Commitment>) =>
  ({ id, confidence, history: [], ...rest }) as Commitment
const empty = await read({ uri: 'a', format: 'text', body: { kind: 'text', data: 'Rain.' } }, { plain: true })
const ids = ({ statements, events, commitments }: Reading) =>
  [...statements, ...events, ...commitments].map(({ id }) => id)

test('rows below the least are left out, those at it stay', () => {
  const reading = { ...empty, statements: [statement('s1', 0.5), statement('s2', 0.49)], events: [event('e1', 0.2)] }
  expect(ids(surerThan(reading, 0.5))).toEqual(['s1'])
  expect(surerThan(reading, 0)).toEqual(reading)
})

test('what stands in a statement that is left out goes with it, however deep', () => {
  const statements = [
    statement('s1', 0.9, 's2'),
    statement('s2', 0.9, 's3'),
    statement('s3', 0.1),
    statement('s4', 0.9),
  ]
  const events = [event('e1', 0.9, 's1'), event('e2', 0.9, 's4'), event('e3', 0.9)]
  expect(ids(surerThan({ ...empty, statements, events }, 0.5))).toEqual(['s4', 'e2', 'e3'])
})

test('a commitment loses the steps and the event that are left out', () => {
  const history = [
    { status: 'open' as const, evidence: at },
    { status: 'rejected' as const, evidence: at, statement: 's1' },
  ]
  const commitments = [commitment('c1', 0.9, { event: 'e1', history }), commitment('c2', 0.9, { statement: 's1' })]
  const reading = { ...empty, statements: [statement('s1', 0.1)], events: [event('e1', 0.1)], commitments }
  expect(surerThan(reading, 0.5).commitments).toEqual([{ id: 'c1', confidence: 0.9, history: [history[0]] }])
})
