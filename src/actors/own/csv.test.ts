import { expect, test } from 'vitest'
import { cellsOf, csvReader } from './csv.ts'

const read = (text: string) => {
  const reader = csvReader()
  return [...text.split('\n').flatMap((line, i) => reader.read(line, i + 1)), ...reader.end()]
}

test('cells: quoted, doubled and blank', () => {
  expect(cellsOf('a,"b, ""c""",,d')).toEqual(['a', 'b, "c"', '', 'd'])
  expect(cellsOf('a,"b')).toBeNull()
})

test('rows of one name are one actor with dated roles', () => {
  const rows =
    'name,names,country,sector,role,from,to\nIvo Petrov,I. Petrov,RU,GOV,minister,1999,2004-05\nIvo Petrov,,RUS,ELI,,2004-05,'
  expect(read(rows)).toMatchObject([
    {
      entry: {
        id: 'own-ivo-petrov',
        names: ['I. Petrov'],
        kind: 'person',
        country: 'RUS',
        offices: [
          { sector: 'GOV', title: 'minister', from: '1999', to: '2004-05' },
          { sector: 'ELI', from: '2004-05', to: '' },
        ],
      },
    },
  ])
})

test.each([
  [',FRA,,', 'it has no name'],
  ['A,XXZ,,', '"XXZ" is no country code: write ISO 3166-1 alpha-3, such as DEU'],
  ['A,FRA,2004,2001', 'it ends (2001) before it begins (2004)'],
  ['A,FRA,soon,', '"soon" is no day: write YYYY-MM-DD, YYYY-MM or YYYY'],
])('%s is left out: %s', (row, reason) => {
  expect(read(`name,country,from,to\n${row}\nB,DEU,,`)).toMatchObject([
    { fault: { line: 2, reason } },
    { entry: { name: 'B', country: 'DEU' } },
  ])
})

test('a heading without a name is told', () => {
  expect(read('who,country\nA,FRA')[0]).toMatchObject({ fault: { line: 1 } })
})
