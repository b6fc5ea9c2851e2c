import { describe, expect, it } from 'vitest'
import { dateOfAddress, dayIn, isFuture, isoDate, localDay } from './dates.ts'

describe('isoDate', () => {
  it.each([
    ['2016-05-09', '2016-05-09'],
    ['2016-05-09T08:30:00Z', '2016-05-09T08:30:00Z'],
    ['2016-05-09T08:30:15.250+0200', '2016-05-09T08:30:15+02:00'],
    ['2016-05-09 08:30 GMT', '2016-05-09T08:30:00Z'],
    ['2016-5-9', '2016-05-09'],
    ['20160509', '2016-05-09'],
    ['20160509T083000Z', '2016-05-09T08:30:00Z'],
    ['2016/05/09', '2016-05-09'],
    ['1462782600', '2016-05-09T08:30:00Z'],
    ['1462782600000', '2016-05-09T08:30:00Z'],
    ['Mon, 09 May 2016 08:30:00 +0000', '2016-05-09T08:30:00+00:00'],
    ['May 9, 2016 8:30 PM EST', '2016-05-09T20:30:00-05:00'],
    ['May 9, 2016 Monday 12:20 AM GMT', '2016-05-09T00:20:00Z'],
    ['May 9, 2016, 8:30 a.m. IST', '2016-05-09'],
    ['9 May 2016 at 25:30 GMT', '2016-05-09'],
    ['9. Mai 2016', '2016-05-09'],
    ['9 de maio de 2016', '2016-05-09'],
  ])('reads %s', (value, iso) => {
    expect(isoDate(value)).toBe(iso)
  })

  it('gives the day alone for a time without its zone', () => {
    expect(isoDate('2016-05-09T08:30:00')).toBe('2016-05-09')
  })

  it('reads the day first, unless it must be the month', () => {
    expect(isoDate('09/05/2016')).toBe('2016-05-09')
    expect(isoDate('05/23/2016')).toBe('2016-05-23')
  })

  it.each([
    '',
    'yesterday',
    '1989-12-31',
    '2100-01-01',
    '2016-13-01',
    '2016-02-30',
    '0001-01-01T00:00:00Z',
    '12345678901234',
  ])('refuses %j', (value) => {
    expect(isoDate(value)).toBeUndefined()
  })
})

describe('dayIn', () => {
  it('finds a day named in full, and the length of its words', () => {
    expect(dayIn('Published: Monday 9th May, 2016, 10:15')).toEqual({ day: '2016-05-09', at: 18, length: 13 })
    expect(dayIn('2016년 5월 9일')?.day).toBe('2016-05-09')
    expect(dayIn('2016年5月9日')?.day).toBe('2016-05-09')
  })

  it('does not take half a date for one', () => {
    expect(dayIn('May 2016')).toBeUndefined()
    expect(dayIn('9 May')).toBeUndefined()
    expect(dayIn('Room 12 Block 2016')).toBeUndefined()
  })
})

describe('dateOfAddress', () => {
  it.each([
    ['https://example.org/2016/05/09/bridge', '2016-05-09'],
    ['https://example.org/news/2016-05-09-bridge.html', '2016-05-09'],
    ['https://example.org/bridge-20160509.html', '2016-05-09'],
  ])('reads %s', (uri, day) => {
    expect(dateOfAddress(uri)).toBe(day)
  })

  it.each(['https://example.org/2016/05/bridge', 'https://example.org/a-99999999', 'bridge.html'])(
    'finds none in %s',
    (uri) => {
      expect(dateOfAddress(uri)).toBeUndefined()
    },
  )
})

describe('localDay', () => {
  it('takes the day that the page shows, where it is the one before or after', () => {
    expect(localDay('2016-05-09T01:30:00Z', ['2016-05-08'])).toBe('2016-05-08')
    expect(localDay('2016-05-09T23:30:00Z', ['2011-01-01', '2016-05-10', '2016-05-08'])).toBe('2016-05-10')
  })

  it('keeps the instant where the days agree, or are those of something else', () => {
    expect(localDay('2016-05-09T01:30:00Z', ['2016-05-09', '2016-05-08'])).toBe('2016-05-09T01:30:00Z')
    expect(localDay('2016-05-09T01:30:00Z', ['2016-04-01'])).toBe('2016-05-09T01:30:00Z')
  })
})

describe('isFuture', () => {
  const now = Date.parse('2016-05-09T12:00:00Z')
  it('lets a day pass that has begun elsewhere', () => {
    expect(['2016-05-09', '2016-05-10', '2016-05-10T20:00:00Z'].map((it) => isFuture(it, now))).toEqual([
      false,
      false,
      false,
    ])
    expect(['2016-05-12', '2026-01-01', '2016-05-12T00:00:00+02:00'].map((it) => isFuture(it, now))).toEqual([
      true,
      true,
      true,
    ])
  })
})
