import { expect, test } from 'vitest'
import { read } from '../read.ts'
import type { Event } from '../reading.ts'
import type { EventOptions } from './index.ts'

const eventsIn = async (data: string, events?: EventOptions) =>
  (
    await read(
      { uri: 'memory', format: 'text', body: { kind: 'text', data } },
      { plain: true, ...(events && { events }) },
    )
  ).events
const byPatterns = (text: string) => eventsIn(text, { judge: () => undefined })
const seen = ({ rule, type, source, target }: Event) =>
  [rule, type, ...[source, target].map((side) => side.map(({ country }) => country).join('+'))].join(' ')

test('an event that no pattern tells is told by the weights', async () => {
  const text = 'Kenyan troops torched the Somali village.'
  expect(await byPatterns(text)).toEqual([])
  expect((await eventsIn(text)).map(seen)).toEqual(['weighed.assault ASSAULT KEN SOM'])
})

test('a deed told by a verb and its object is one event', async () => {
  const text = 'Russia signed a treaty with China.'
  expect((await byPatterns(text)).map(({ rule }) => rule)).toEqual(['support.sign'])
  expect((await eventsIn(text)).map(seen)).toEqual(['support.sign SUPPORT RUS CHN'])
})

test('what is to come keeps the type that the manual gives it', async () => {
  expect((await eventsIn('Turkey will attack Syria.')).map(seen)).toEqual(['assault.attack THREATEN TUR SYR'])
})

test('confidence is a share of one, higher where the sentence is plainer', async () => {
  const [plain] = await eventsIn('Russia signed a treaty with China.')
  const [odd] = await eventsIn('Kenyan troops torched the Somali village.')
  expect(plain!.confidence).toBeGreaterThan(odd!.confidence)
  expect(plain!.confidence).toBeLessThanOrEqual(1)
})
