import { expect, test } from 'vitest'
import { heldOn, officesOf, overlap } from './office.ts'

const [senator, secretary] = officesOf('LEG senator 1985..2013-02-01; GOV secretary of state 2013-02-01..2017-01-20')

test('a cell is read into offices', () => {
  expect(secretary).toEqual({ sector: 'GOV', title: 'secretary of state', from: '2013-02-01', to: '2017-01-20' })
  expect(officesOf('GOV@- secretary-general of the UN 2007..2016')[0]?.country).toBe(null)
  expect(officesOf('-@deu adviser 1990..')[0]).toEqual({ country: 'DEU', title: 'adviser', from: '1990', to: '' })
  expect(officesOf('GOV president')).toEqual([null])
})

test('a day is held against the dates, as far as they are known', () => {
  expect(heldOn(secretary!, '2016-07-14')).toBe(true)
  expect(heldOn(secretary!, '2017-01-21')).toBe(false)
  expect(heldOn(senator!, '1985-01-01T08:00:00Z')).toBe(true)
  expect(heldOn(senator!, '1984-12-31')).toBe(false)
})

test('handing over on a day is no overlap', () => {
  expect(overlap(senator!, secretary!)).toBe(false)
  expect(overlap(senator!, { title: 'x', from: '2012', to: '' })).toBe(true)
  expect(overlap({ title: 'x', from: '2009', to: '2012' }, { title: 'y', from: '2012', to: '' })).toBe(false)
})
