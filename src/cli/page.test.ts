import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { read } from '../read.ts'
import { pageOf, styles } from './page.ts'

const reading = await read({
  uri: 'note.txt',
  format: 'text',
  title: 'A vow',
  published: '2016-07-14',
  body: {
    kind: 'text',
    data: 'Turkey vowed to help Syria if the truce holds, officials said.\n\nNothing else happened.',
  },
})

/** As the page shows them: ".87". The model may be sure or less sure. */
const [said, vowed] = reading.statements.map(({ confidence }) => confidence.toFixed(2).replace(/^0/, ''))

test('rows stand under their sentence; a sentence without rows is left out', () => {
  expect(pageOf(reading, { width: 80, style: styles(false) }).split('\n')).toEqual([
    'A vow',
    '2016-07-14 · note.txt',
    '2 sentences, 2 statements, 1 event, 1 commitment',
    '',
    '  Turkey vowed to help Syria if the truce holds, officials said.',
    '',
    `   says      officials (unnamed, GOV)                       indirect · say · ${said}`,
    '             Turkey vowed to help Syria if the truce holds',
    '   says      officials (unnamed, GOV) › Turkey (office, TUR)',
    `                                                        indirect · promise · ${vowed}`,
    '             to help Syria if the truce holds',
    '   event     TUR  AGREE 030  SYR                                        asserted',
    '             “vowed to” · claimed by officials · rule agree.vow-to',
    '   promise   Turkey → Syria  if the truce holds                             open',
    '             help Syria',
    '',
    '',
  ])
})

test('colour adds escape codes and changes no word', () => {
  const [plain, coloured] = [false, true].map((colour) => pageOf(reading, { width: 100, style: styles(colour) }))
  expect(coloured).toContain('\u001b[')
  expect(stripVTControlCharacters(coloured!)).toBe(plain)
})
