import { beforeAll, describe, expect, test } from 'vitest'
import { type Note, plover } from '../events/index.ts'
import { read } from '../read.ts'
import type { Reading } from '../reading.ts'
import { explainActor, explainCommitment, explainEvent, explainStatement, ruleRow } from './index.ts'

const text =
  'The opposition said the army shelled Homs. Turkey refused to meet Syria. Turkey will visit Jordan in Vienna on Friday. ' +
  'Turkey promised to reopen the border if the truce holds.'
const notes: Note[] = []
let reading: Reading
beforeAll(async () => {
  reading = await read(
    { uri: 'memory', format: 'text', published: '2016-07-14', body: { kind: 'text', data: text } },
    { plain: true, events: { note: (note) => notes.push(note) } },
  )
})
const explained = (rule: string) =>
  explainEvent(reading, reading.events.find((it) => it.rule === rule)!, notes, plover())

describe('an event', () => {
  test('its row, its parties, its claim', () => {
    const { pattern, sources, targets, frame, statement, factuality, trigger } = explained('assault.shell')
    expect(pattern).toMatchObject({ lemma: 'shell', code: '194', example: 'Turkey shelled Syria.' })
    expect(pattern?.place).toMatch(/^lexicon\/events\/verbs\.tsv:\d+$/)
    expect([trigger, frame, factuality]).toEqual(['shelled', 'active', { is: 'asserted' }])
    expect(sources.map(({ words, sector }) => [words, sector])).toEqual([['the army', 'MIL']])
    expect(targets.map(({ words, country }) => [words, country])).toEqual([['Homs', 'SYR']])
    expect(statement).toMatchObject({ source: { words: 'The opposition' }, words: 'the army shelled Homs' })
  })

  test('what nearly matched, and which condition failed', () => {
    expect(explained('reject.refuse-to.meet').nearly).toContainEqual(
      expect.objectContaining({
        rule: 'consult.meet',
        words: 'meet',
        missed: 'it belongs to the words of reject.refuse-to.meet',
      }),
    )
  })

  test('the word and row that make it one to come, and its place', () => {
    expect(explained('consult.visit')).toMatchObject({
      event: { type: 'AGREE', cameo: '036', date: '2016-07-15' },
      pattern: { code: '042' },
      factuality: { is: 'future', word: 'will', row: 'will', example: 'Turkey will attack Syria.' },
      place: { words: 'Vienna' },
    })
  })
})

test('an event of the weights: the words that spoke for it', async () => {
  const heard: Note[] = []
  const weighed = await read(
    { uri: 'memory', format: 'text', body: { kind: 'text', data: 'Kenyan troops torched the Somali village.' } },
    { plain: true, events: { note: (note) => heard.push(note) } },
  )
  const { frame, spoke, pattern } = explainEvent(weighed, weighed.events[0]!, heard, plover())
  expect([frame, pattern]).toEqual(['weighed', undefined])
  expect(spoke![0]).toEqual({ word: 'torched', weight: expect.any(Number) })
  expect(spoke!.map(({ weight }) => weight)).toEqual(spoke!.map(({ weight }) => weight).sort((a, b) => b - a))
})

test('a statement, a commitment, an actor', () => {
  expect(explainStatement(reading, reading.statements[0]!)).toMatchObject({
    cue: 'said',
    source: { words: 'The opposition' },
  })
  const promise = reading.commitments.find((it) => it.kind === 'promise')!
  expect(explainCommitment(reading, promise)).toMatchObject({
    about: 'reopen the border',
    condition: 'if the truce holds',
  })
  const turkey = reading.actors.find((it) => it.id === 'tur')!
  expect(explainActor(reading, turkey)).toMatchObject({
    known: 'registry',
    commitments: expect.arrayContaining([promise.id]),
  })
})

test('a rule is found by its row, with the frame behind it or without', () => {
  expect(ruleRow('say.say.clause', 'statements')).toMatchObject({ id: 'say.say', cells: { lemma: 'say' } })
  expect(ruleRow('say.say.clause', 'statements')?.place).toMatch(/^lexicon\/statements\/cue-verbs\.tsv:\d+$/)
  expect(ruleRow('learned', 'statements')).toBeUndefined()
})
