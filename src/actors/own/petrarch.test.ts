import { expect, test } from 'vitest'
import { petrarchReader, writtenForm } from './petrarch.ts'

const read = (text: string) => {
  const reader = petrarchReader()
  return [...text.split('\n').flatMap((line, i) => reader.read(line, i + 1)), ...reader.end()]
}

test('names, synonyms and dated codes of an actor', () => {
  expect(
    read(
      '# a remark\nIVO_PETROV_ # source\n+I._PETROV_\n\t[RUSGOVMIL 930601-990805]\n\t[RUSELI >19990806]\nRURITANIA_ [RUS]',
    ),
  ).toEqual([
    {
      entry: {
        id: 'own-ivo-petrov',
        name: 'Ivo Petrov',
        names: ['I. Petrov'],
        kind: 'person',
        country: 'RUS',
        sector: 'GOV',
        offices: [
          { sector: 'GOV', country: 'RUS', title: '', from: '1993-06-01', to: '1999-08-05' },
          { sector: 'ELI', country: 'RUS', title: '', from: '1999-08-06', to: '' },
        ],
        line: 2,
      },
    },
    { entry: { id: 'own-ruritania', name: 'Ruritania', names: [], kind: 'state', country: 'RUS', line: 6 } },
  ])
})

test('agents, and sets that stand for several words', () => {
  expect(read('!PERSON! = MAN, WOMAN\nPOLICE!PERSON!_ [~COP]')).toEqual([
    {
      entry: { id: 'own-policeman', name: 'Policeman', names: ['Policewoman'], kind: 'agent', sector: 'COP', line: 2 },
    },
  ])
})

test('a broken line is told with its number and reason, and the rest is read', () => {
  const items = read('A_ [RUSGOV 991301-990805]\nB_ [RUSGOV 990805-980805]\n[USA]\nC_ [USA\nD_ [USA]\nE_\n\nF_ [1]')
  expect(items.flatMap((item) => ('fault' in item ? [[item.fault.line, item.fault.reason]] : []))).toEqual([
    [1, '"991301" is no day: write YYMMDD or YYYYMMDD'],
    [1, '"A_" has no code'],
    [2, 'it ends (1998-08-05) before it begins (1999-08-05)'],
    [2, '"B_" has no code'],
    [3, 'there is no name before the code'],
    [4, 'a "[" is not closed'],
    [4, '"C_" has no code'],
    [6, '"E_" has no code'],
    [8, '"1" is no code: it has to begin with three letters'],
    [8, '"F_" has no code'],
  ])
  expect(items.flatMap((item) => ('entry' in item ? [item.entry.name] : []))).toEqual(['D'])
})

test('two states at once contradict each other: both lines are named, both codes left out', () => {
  const items = read('IVO_PETROV_\n\t[RUSGOV 930601-990805]\n\t[UKRGOV 980101-991231]\n\t[RUSELI]')
  expect(items).toMatchObject([
    { fault: { line: 2, reason: 'its dates contradict line 3: RUSGOV and UKRGOV at once; both are left out' } },
    { entry: { name: 'Ivo Petrov', country: 'RUS', sector: 'ELI' } },
  ])
})

test('capitals are written as in text', () => {
  expect(['BANK_OF_ENGLAND_', 'US_', 'AL-SHABAAB_', "PEOPLE'S_ARMY_", 'Ivo_Petrov_'].map(writtenForm)).toEqual([
    'Bank of England',
    'US',
    'Al-Shabaab',
    "People's Army",
    'Ivo Petrov',
  ])
})
