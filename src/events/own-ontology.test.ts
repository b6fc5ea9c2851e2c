import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { read } from '../read.ts'
import { NO_EVENT } from './codes.ts'
import { ontologyIn } from './ontology.ts'

const ontology = ontologyIn(join(packageRoot, 'examples/ontology-election-violence'))

const eventsIn = async (data: string) =>
  (
    await read(
      { uri: 'memory', format: 'text', published: '2016-07-14', body: { kind: 'text', data } },
      { plain: true, events: { ontology } },
    )
  ).events

describe('the worked example: election violence', () => {
  const patterns = new Set([...[...ontology.verbs.values()].flat(), ...ontology.nouns.values()])

  test('has ten types, each told by a row', () => {
    expect(ontology.types.size).toBe(10)
    const told = new Set([...patterns].map(({ code }) => code.type))
    expect([...ontology.types.keys()].filter((type) => !told.has(type))).toEqual([])
  })

  test.each([...patterns].map(({ id, example, code }) => [id, example, code]))('%s: %s', async (id, example, code) => {
    const events = await eventsIn(example)
    if (code.code === NO_EVENT) return expect(events).toEqual([])
    const { type, mode } = code
    expect(events.map((it) => it.rule)).toContain(id)
    expect(events.find((it) => it.rule === id)).toMatchObject({ type, ...(mode && { mode }) })
  })
})

test('a code of digits is CAMEO; any other has none', async () => {
  const [burned] = await eventsIn('The rebels burned ballots in Strelsau.')
  expect(burned).toMatchObject({ type: 'ATTACK_POLL', mode: 'fire', quad: 4, goldstein: -8.5 })
  expect(burned).not.toHaveProperty('cameo')
  expect((await eventsIn('Gunmen assassinated a candidate.'))[0]).toMatchObject({ cameo: '186', mode: 'killing' })
})

test('a deed to come takes the code its type gives', async () => {
  expect((await eventsIn('The rebels will attack the candidate of the ruling party.'))[0]).toMatchObject({
    type: 'THREATEN_VIOLENCE',
    factuality: 'future',
  })
})

test('nothing of PLOVER is read with it', async () => {
  expect(await eventsIn('The Peruvian president praised the Chilean president.')).toEqual([])
})
