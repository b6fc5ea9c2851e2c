import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { actorsOf } from './link.ts'

const read = (text: string, day = '2016-07-14') =>
  Object.fromEntries(
    actorsOf(segment(text), day).map(({ id, mentions }) => [
      id,
      mentions.map(({ start, end }) => text.slice(start, end)),
    ]),
  )

test('an office takes up its holder, a former one who held it', () => {
  expect(read('Barack Obama met Bill Clinton. The president smiled. The former president left.')).toEqual({
    'barack-obama': ['Barack Obama', 'president'],
    'bill-clinton': ['Bill Clinton', 'former president'],
  })
})

test('a noun of its name, or its trade, takes up an organisation', () => {
  expect(read('The International Monetary Fund warned. The fund sees risks.').imf).toEqual([
    'International Monetary Fund',
    'fund',
  ])
  expect(read('The New York Times wrote so. The newspaper was right.').nyt).toEqual(['New York Times', 'newspaper'])
  expect(read('The International Monetary Fund warned. The committee met.').imf).toEqual([
    'International Monetary Fund',
  ])
})

test('"the country" is the only state named near; nobody where there are two', () => {
  expect(read('Chad voted. The president said the country was calm.').tcd).toEqual(['Chad', 'country'])
  expect(read('Chad fought Niger. The president said the country was calm.')).not.toHaveProperty('tcd.1')
  expect(read('The country was calm.')).toEqual({})
})

test('a former officer is taken up by the last word of the office, but a vice president was no president', () => {
  expect(read('Hillary Clinton spoke. The former secretary left.', '2016-07-14')['hillary-clinton']).toEqual([
    'Hillary Clinton',
    'former secretary',
  ])
  expect(read('Al Gore spoke. The former president left.')['al-gore']).toEqual(['Al Gore'])
})
