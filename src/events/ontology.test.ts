import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { ontologyIn, plover } from './ontology.ts'

const ours = join(packageRoot, 'lexicon/events')

/** A copy of PLOVER's tables with one line of one table changed or added. */
function folderWith(table: string, line: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-ontology-'))
  cpSync(ours, folder, { recursive: true })
  writeFileSync(join(folder, table), `${readFileSync(join(ours, table), 'utf8')}${line}\n`)
  return folder
}

/** The number of the line that is added to a table. */
const added = (table: string) => readFileSync(join(ours, table), 'utf8').split('\n').length

describe('PLOVER', () => {
  test('has sixteen types, and every mode and future that its codes name', () => {
    const { types, codes } = plover()
    expect(types.size).toBe(16)
    expect(types.get('CONSULT')).toMatchObject({ quad: 1, future: '036', modes: expect.arrayContaining(['visit']) })
    expect(codes.get('195')).toMatchObject({ type: 'ASSAULT', mode: 'aerial', quad: 4, goldstein: -10 })
  })

  test('the more special pattern of a verb comes first', () => {
    const ids = plover()
      .verbs.get('agreed')!
      .map((it) => it.id)
    expect(ids.indexOf('agree.agree-to.meet')).toBeLessThan(ids.indexOf('agree.agree-to'))
    expect(ids.at(-1)).toBe('agree.agree')
  })

  test('is plain data, which another thread can be given', () => {
    expect(structuredClone(plover())).toEqual(plover())
  })
})

describe('a bad row is refused with file, line and reason', () => {
  test.each([
    ['verbs.tsv', 'x.y\tnod\t\t999\tTurkey nodded.', 'codes.tsv has no code "999"'],
    ['nouns.tsv', 'x.y\tnod\t999\tA nod.', 'codes.tsv has no code "999"'],
    ['verbs.tsv', 'x.y\tnod\t\t051\tTurkey nodded.\tloud', 'SUPPORT has no mode "loud" (types.tsv gives it none)'],
    ['verbs.tsv', 'support.praise\tnod\t\t051\tTurkey nodded.', 'the id support.praise is taken by '],
    ['verbs.tsv', 'x y\tnod\t\t051\tTurkey nodded.', 'the id "x y" is not made of letters'],
    ['verbs.tsv', 'x.y\t\t\t051\tTurkey nodded.', 'it has no lemma'],
    ['nouns.tsv', 'x.y\t\t051\tA nod.', 'it has no forms'],
    ['modals.tsv', 'x.y\tmaybe\t051\tA nod.', '"maybe" is none of demand, refusal, threat'],
    ['codes.tsv', '051\tAgain\tSUPPORT\t\t\t1', 'the code 051 stands there twice'],
    ['codes.tsv', 'x\tNew\tDANCE\t\t\t1', 'types.tsv has no type "DANCE"'],
    ['codes.tsv', 'x\tNew\tSUPPORT\t\t\t11', '"11" is no number from -10 to 10'],
    ['codes.tsv', 'x\tNew\tSUPPORT\t\t\t', '"" is no number from -10 to 10'],
    ['types.tsv', 'Dance\t1\t\t\t\tDances', 'the type "Dance" is not in capital letters'],
    ['types.tsv', 'DANCE\t5\t\t\t\tDances', 'the quad class "5" is none of 1, 2, 3, 4'],
    ['types.tsv', 'AID\t2\t\t\t\tAgain', 'the type AID stands there twice'],
    ['types.tsv', 'DANCE\t1\t\tno\t\tDances', 'the recipient "no" is neither "yes" nor empty'],
    ['verbs.tsv', 'x.y\tnod\t\t051\tTurkey nodded.\t\tluck', 'it needs "luck", which is none of actor'],
    ['contexts.tsv', 'Big Thing\tword\tA word.', '"Big Thing" is no name in small letters'],
    ['contexts.tsv', 'thing\t\tA word.', 'it has no words'],
  ])('%s: %s', (table, line, reason) => {
    const folder = folderWith(table, line)
    const place = `${join(folder, table)}:${added(table)} is refused: ${reason}`
    expect(() => ontologyIn(folder)).toThrow(
      expect.objectContaining({ code: 'E_LEXICON', message: expect.stringContaining(place) }),
    )
  })

  test('too many cells, and a wrong heading', () => {
    const many = folderWith('verbs.tsv', 'a\tb\tc\td\te\tf\tg\th')
    expect(() => ontologyIn(many)).toThrow(`${join(many, 'verbs.tsv')}:${added('verbs.tsv')} has 8 cells for 7 columns`)
    writeFileSync(join(many, 'verbs.tsv'), 'verb\tcode\n')
    expect(() => ontologyIn(many)).toThrow(`${join(many, 'verbs.tsv')} must begin with the columns id, lemma, object`)
  })

  test('a future that is no code', () => {
    const folder = folderWith('types.tsv', 'DANCE\t1\t\t\t999\tDances')
    expect(() => ontologyIn(folder)).toThrow('the future "999" of DANCE is no code of codes.tsv')
  })
})

test('a folder that is none, or lacks a table, is told of', () => {
  expect(() => ontologyIn('/nowhere/at/all')).toThrow(
    expect.objectContaining({
      code: 'E_ONTOLOGY',
      message: '/nowhere/at/all is no folder. Give one with types.tsv, codes.tsv and verbs.tsv.',
    }),
  )
  const folder = folderWith('types.tsv', '')
  rmSync(join(folder, 'codes.tsv'))
  expect(() => ontologyIn(folder)).toThrow(
    `${join(folder, 'codes.tsv')} does not exist. Write it: its columns are code, name, type, mode, contexts, goldstein.`,
  )
})

test('what may be missing is ours, or none', () => {
  const folder = folderWith('types.tsv', '')
  for (const table of ['nouns.tsv', 'modals.tsv', 'light-verbs.tsv', 'contexts.tsv']) rmSync(join(folder, table))
  const { nouns, modals, lightVerbs, contexts } = ontologyIn(folder)
  expect([nouns.size, modals.size]).toEqual([0, 0])
  expect(lightVerbs).toEqual(plover().lightVerbs)
  expect(contexts).toEqual(plover().contexts)
})
