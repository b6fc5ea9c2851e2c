import { expect, test } from 'vitest'
import { valuesOf } from './forms.ts'
import { vocabulary } from './vocabulary.ts'

const words = vocabulary()
const means = (key: string) => [...new Set(valuesOf(words.forms, key).map((it) => it.is))]

test('each form means what its table says', () => {
  expect(means('russia')).toEqual(['state'])
  expect(means('kremlin')).toEqual(['state'])
  expect(means('russian')).toContain('adjective')
  expect(means('aleppo')).toEqual(['place'])
  expect(means('hamas')).toEqual(['organisation'])
  expect(means('john kerry')).toEqual(['person'])
  expect(means('foreign minister')).toEqual(['role'])
  expect(means('indian ocean')).toEqual(['nobody'])
})

test('a form that gives way to another country is weak', () => {
  const weak = (key: string) =>
    valuesOf(words.forms, key).some((it) => it.is === 'organisation' && it.organisation.id === 'us-congress' && it.weak)
  expect([weak('congress'), weak('us congress')]).toEqual([true, false])
})

test('institutions by state and role, people by office', () => {
  expect(words.institutionOf.get('RUS foreign-ministries')?.id).toBe('rus-foreign-ministry')
  expect(
    words
      .holders()
      .get('USA secretaries-of-state')
      ?.map(({ id }) => id),
  ).toContain('john-kerry')
  expect(words.heldBy().get('popes')).toBeUndefined()
})

test('it is built once', () => {
  expect(vocabulary()).toBe(words)
})
