import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { figuresOf, strangerId } from './figures.ts'
import { scan } from './hits.ts'
import { vocabulary } from './vocabulary.ts'

test("a stranger's id is the name", () => {
  expect(strangerId(['ivo', "o'petrov"])).toBe('x-ivo-opetrov')
})

test('who is placed takes the words, and is called by last and first name', () => {
  const cast = figuresOf(scan(segment('Syrian general Maria Zelenka left.')))
  const figure = cast.enterStranger({ first: 2, last: 4 })
  cast.place(figure, 2, 4)
  expect(figure).toMatchObject({ id: 'x-maria-zelenka', name: 'Maria Zelenka', gender: 'f' })
  expect([cast.isTaken(1), cast.isTaken(2), cast.isTaken(3), cast.isTaken(4)]).toEqual([false, true, true, false])
  expect(cast.called('zelenka')).toEqual([figure])
  expect(cast.called('maria')).toEqual([figure])
  expect(figure.described).toMatchObject([{ sector: 'MIL' }])
})

test('somebody of the registry is entered once, with the short names of the table', () => {
  const cast = figuresOf(scan(segment('Nobody.')))
  const person = vocabulary().personById.get('xi-jinping')!
  expect(cast.enterPerson(person)).toBe(cast.enterPerson(person))
  expect(cast.called('xi')).toHaveLength(1)
  expect(cast.reach('xi')).toBe(2)
})
