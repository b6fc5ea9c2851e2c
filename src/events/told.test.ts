import { describe, expect, test } from 'vitest'
import { read } from '../read.ts'
import type { Note } from './note.ts'

/** The notes of a text, as "rule: why" or "rule (frame)". */
async function notesOf(data: string) {
  const notes: Note[] = []
  await read(
    { uri: 'memory', format: 'text', published: '2016-07-14', body: { kind: 'text', data } },
    { plain: true, events: { note: (note) => notes.push(note) } },
  )
  return notes.map(({ rule, missed, frame }) => (missed === undefined ? `${rule} (${frame})` : `${rule}: ${missed}`))
}

describe('the trace says what was tried', () => {
  test.each([
    ['Turkey attacked Syria.', 'assault.attack (active)'],
    ['Syria was attacked by Turkey.', 'assault.attack (passive)'],
    ['Turkey launched an attack on Syria.', 'assault.noun.attack (light verb)'],
    ['The Turkish attack on Syria went on.', 'assault.noun.attack (owner)'],
    ['Talks between France and Germany went on.', 'consult.noun.talks (between)'],
    ['Russia said that Turkey must return the jet.', 'request.must (modal)'],
    ['The attack went on.', 'assault.noun.attack: no party follows the noun'],
    ['Turkey backed out.', 'support.back: with "out" the verb is another'],
    ['Turkey asked when it rained.', 'request.ask: neither "to …" nor "for …" follows'],
    ['Turkey met the standards of NATO.', 'none.meet-aim: these words tell no event'],
    ['Turkey withdrew from Syria.', 'retreat.withdraw (active)'],
    ['Turkey vowed to attack Syria.', 'assault.attack: it belongs to the words of threaten.vow-to'],
  ])('%s %s', async (text, expected) => expect(await notesOf(text)).toContain(expected))

  test('a pattern that asks for more is tried first, and what failed is named', async () => {
    const notes = await notesOf('Turkey suspended aid to Syria.')
    expect(notes.filter((note) => note.startsWith('sanction.suspend'))).toEqual([
      'sanction.suspend.talks: none of these follows in the clause: talks, negotiations, contacts',
      'sanction.suspend.aid (active)',
      'sanction.suspend: sanction.suspend.aid, which asks for more words, told the event',
    ])
  })
})

test('a noun that is the object of its verb tells no second event', async () => {
  const notes = await notesOf('Turkey will host talks with Jordan.')
  expect(notes).toContain('consult.noun.talks: a verb tells the event')
})

test('object words of another clause are none of the verb', async () => {
  const notes = await notesOf('Turkey refused to help Syria, and it will host talks with Jordan.')
  expect(notes).toContain('reject.refuse-to (active)')
})
