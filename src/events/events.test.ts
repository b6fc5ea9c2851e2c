import { describe, expect, test } from 'vitest'
import { read } from '../read.ts'
import type { Event, Reading } from '../reading.ts'
import { NO_EVENT } from './codes.ts'
import type { EventOptions, Note } from './index.ts'
import { plover } from './ontology.ts'

const readPlain = (data: string, events?: EventOptions) =>
  read(
    { uri: 'memory', format: 'text', published: '2016-07-14', body: { kind: 'text', data } },
    { plain: true, events },
  )

/** "USA GOV > SYR": the parties as event coders write them. */
function partiesOf({ source, target }: Event): string {
  const who = (mentions: Event['source']) => mentions.map((it) => it.country ?? it.sector ?? '?').join('+')
  return `${who(source)} > ${who(target)}`
}
const words = (reading: Reading, event: Event) => reading.text.slice(event.trigger[0]!.start, event.trigger[0]!.end)

describe('every pattern reads its own example', () => {
  const { verbs, nouns, modals } = plover()
  const patterns = new Set([...[...verbs.values()].flat(), ...nouns.values(), ...modals.values()])
  test.each([...patterns].filter(({ code }) => code.code === NO_EVENT).map(({ id, example }) => [id, example]))(
    '%s reads no event: %s',
    async (id, example) => {
      const notes: Note[] = []
      const { events } = await readPlain(example, { note: (note) => notes.push(note) })
      expect(events.filter((it) => it.factuality === 'asserted')).toEqual([])
      expect(notes).toContainEqual(expect.objectContaining({ rule: id, missed: 'these words tell no event' }))
    },
  )
  test.each(
    [...patterns]
      .filter(({ code }) => code.code !== NO_EVENT)
      .map(({ id, code, example }) => [id, code.code, example, code.type]),
  )('%s %s: %s', async (id, cameo, example, type) => {
    const { events } = await readPlain(example)
    expect(events.map((it) => it.rule)).toContain(id)
    expect(events.find((it) => it.rule === id)).toMatchObject({ type, cameo })
  })
})

describe('who did it to whom', () => {
  test.each([
    ['Turkey attacked Syria.', 'TUR > SYR'],
    ['Syria was attacked by Turkey.', 'TUR > SYR'],
    ['Turkey and Jordan attacked Syria.', 'TUR+JOR > SYR'],
    ['France and Germany met in Vienna.', 'FRA+DEU > FRA+DEU'],
    ['Talks between France and Germany went on.', 'FRA+DEU > FRA+DEU'],
    ['The Russian bombing of Syria went on.', 'RUS > SYR'],
    ['Turkish jets attacked the Syrian army.', 'TUR > SYR'],
    ['Hungarian and Romanian officials met in Vienna.', 'HUN+ROU > HUN+ROU'],
    ['The presidents of Armenia and Azerbaijan met.', 'ARM+AZE > ARM+AZE'],
    ['Turkey attacked Syrian and Iraqi troops.', 'TUR > SYR+IRQ'],
    ['The Israeli-Palestinian talks collapsed.', 'ISR+PSE > ISR+PSE'],
  ])('%s', async (text, expected) => {
    const { events } = await readPlain(text)
    expect(events.map(partiesOf)).toEqual([expected])
  })

  test.each(['Turkey attacked the problem.', 'The boy kicked the ball.', 'The Western-backed rebels slept.'])(
    'an object that is no actor is no target: %s',
    async (text) => expect((await readPlain(text)).events.flatMap((it) => it.target)).toEqual([]),
  )
})

describe('what is said of deeds to come', () => {
  test.each([
    ['Russia said that Turkey must return the jet.', 'request.must', 'RUS > TUR'],
    ['Turkey said it will not accept the plan of Syria.', 'reject.will-not', 'TUR > SYR'],
    ['Turkey said it would attack Syria.', 'threaten.will', 'TUR > SYR'],
  ])('%s', async (text, rule, parties) => {
    const { events } = await readPlain(text)
    expect(events.map((it) => [it.rule, partiesOf(it)])).toContainEqual([rule, parties])
  })

  test('of somebody else it is no threat', async () => {
    const { events } = await readPlain('Turkey said Syria would attack Jordan.')
    expect(events.map((it) => it.rule)).not.toContain('threaten.will')
  })
})

describe('a deed that is the object of a light verb', () => {
  test.each([
    ['Turkey launched an attack on Syria.', 'assault.noun.attack', 'TUR > SYR'],
    ['Turkey held a meeting with Jordan.', 'consult.noun.meeting', 'TUR > JOR'],
    ['Turkey issued an ultimatum to Syria.', 'threaten.noun.ultimatum', 'TUR > SYR'],
  ])('%s', async (text, rule, parties) => {
    const { events } = await readPlain(text)
    expect(events.map((it) => [it.rule, partiesOf(it)])).toEqual([[rule, parties]])
  })
})

describe('factuality', () => {
  test.each([
    ['Turkey attacked Syria.', 'asserted'],
    ['Turkey did not attack Syria.', 'negated'],
    ['Turkey will attack Syria.', 'future'],
    ['Turkey could attack Syria.', 'hypothetical'],
    ['They would leave if Turkey attacked Syria.', 'hypothetical'],
    ['In 1974 Turkey invaded Cyprus.', 'historical'],
    ['No agreement between France and Germany was reached.', 'negated'],
  ])('%s %s', async (text, expected) => {
    const { events } = await readPlain(text)
    expect(events.map((it) => it.factuality)).toEqual([expected])
  })

  test('cooperation to come is an intention of it', async () => {
    const { events } = await readPlain('France will visit Germany on Friday.')
    expect(events).toMatchObject([{ type: 'AGREE', cameo: '036', factuality: 'future', date: '2016-07-15' }])
  })
})

test('a claim is kept as a claim, and the fact beside it as a fact', async () => {
  const reading = await readPlain('The opposition said the army shelled Homs. Turkey condemned Syria.')
  const [claim, fact] = reading.events
  expect([words(reading, claim!), claim?.statement]).toEqual(['shelled', 's1'])
  expect([words(reading, fact!), fact?.statement]).toEqual(['condemned', undefined])
})

test('one event of a sentence is its main one', async () => {
  const { events } = await readPlain('Turkey, which attacked Syria, accused Jordan of aiding Iraq.')
  expect(events.filter((it) => it.primary)).toHaveLength(1)
})
