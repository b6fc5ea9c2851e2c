import { describe, expect, test } from 'vitest'
import { analyse } from '../language/index.ts'
import { stagingOf } from '../statements/index.ts'
import { dayIn, dayOf, dayOfReport } from './dates.ts'

/** The day of the deed told by a word, in a report of Thursday, 14 July 2016. */
async function day(text: string, deed: string, ahead = false, today: string | undefined = '2016-07-14') {
  const [scene] = stagingOf(await analyse(text)).scenes
  return dayOf(scene!, scene!.lower.indexOf(deed), today, ahead)
}

describe('the day of a deed', () => {
  test.each([
    ['Turkey attacked Syria on Monday.', 'attacked', '2016-07-11'],
    ['Turkey attacked Syria last Tuesday.', 'attacked', '2016-07-12'],
    ['Turkey attacked Syria on Friday.', 'attacked', '2016-07-08'],
    ['Turkey attacked Syria yesterday.', 'attacked', '2016-07-13'],
    ['Turkey attacked Syria on July 3.', 'attacked', '2016-07-03'],
    ['Turkey attacked Syria on 3 May 1999.', 'attacked', '1999-05-03'],
    ['Turkey attacked Syria three days ago.', 'attacked', '2016-07-11'],
    ['Turkey attacked Syria in 1982.', 'attacked', undefined],
    ['Turkey attacked Syria.', 'attacked', undefined],
  ])('%s', async (text, deed, expected) => expect(await day(text, deed)).toBe(expected))

  test('of a deed to come is ahead', async () => {
    expect(await day('Turkey will visit Syria on Friday.', 'visit', true)).toBe('2016-07-15')
  })

  test('of another clause is none of it', async () => {
    const text = 'Turkey, which attacked Syria on Monday, met Jordan.'
    expect(await day(text, 'attacked')).toBe('2016-07-11')
    expect(await day(text, 'met')).toBeUndefined()
  })

  test.each(['on Monday', 'yesterday', 'three days ago', 'on July 3'])(
    'cannot be told from "%s" when the report has no day',
    async (when) => {
      const [scene] = stagingOf(await analyse(`Turkey attacked Syria ${when}.`)).scenes
      expect(dayOf(scene!, 1)).toBeUndefined()
    },
  )

  test('is told by its year when the report has no day', async () => {
    const [scene] = stagingOf(await analyse('Turkey attacked Syria on 3 May 1999.')).scenes
    expect(dayOf(scene!, 1)).toBe('1999-05-03')
  })
})

describe('the day of a report', () => {
  test.each([
    ['VIENNA, July 13 (Agency) — Envoys met yesterday.', '2016-07-14', '2016-07-13'],
    ['STRELSAU, Dec. 2, 2015 - The king left.', undefined, '2015-12-02'],
    ['VIENNA — Envoys met yesterday.', '2016-07-14T08:00:00Z', '2016-07-14'],
    ['The king left on May 1 - and came back.', '2016-07-14', '2016-07-14'],
    ['The king left.', undefined, undefined],
  ])('%s', (text, published, expected) => expect(dayOfReport(text, published)).toBe(expected))
})

test('the first day in some words, of a deadline ahead', () => {
  expect(dayIn('by Friday', '2016-07-14', true)).toBe('2016-07-15')
  expect(dayIn('in the end', '2016-07-14')).toBeUndefined()
})
