import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { segment } from '../../language/index.ts'
import { actorsOf } from '../link.ts'
import { loadActors } from './load.ts'
import { vocabularyWith } from './merge.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-actors-'))
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const read = async (path: string, text: string, published?: string) => {
  const { entries } = await loadActors([path])
  return actorsOf(segment(text), published, vocabularyWith(entries)).map(({ id, country, sector }) => [
    id,
    country,
    sector,
  ])
}

test("a user's entry wins over ours; one that says the same leaves ours alone", async () => {
  const path = file(
    'own.csv',
    'name,kind,country,sector\nHamas,group,PSE,GOV\nRussia,state,RUS,\nStrelsau Guard,group,AUT,MIL\n',
  )
  expect(await read(path, 'Hamas met Russia and the Strelsau Guard.')).toEqual([
    ['own-hamas', 'PSE', 'GOV'],
    ['rus', 'RUS', undefined],
    ['own-strelsau-guard', 'AUT', 'MIL'],
  ])
  expect(actorsOf(segment('Hamas spoke.')).map(({ id }) => id)).toEqual(['hamas'])
})

test('dated codes of a dictionary go by the day of the article', async () => {
  const path = file('own.txt.gz', gzipSync('IVO_PETROV_\n\t[RUSGOV 990101-031231]\n\t[RUSELI >040101]\n'))
  expect(await read(path, 'Ivo Petrov spoke. Petrov left.', '2001-05-01')).toEqual([['own-ivo-petrov', 'RUS', 'GOV']])
  expect(await read(path, 'Ivo Petrov spoke. Petrov left.', '2011-05-01')).toEqual([['own-ivo-petrov', 'RUS', 'ELI']])
})

test('an agent tells the sector of a phrase', async () => {
  const path = file('agents.txt', 'ZOUAVE_ [~MIL]\n')
  expect(await read(path, 'French zouaves advanced.')).toEqual([['x-fra-own-zouave', 'FRA', 'MIL']])
})

test('faults name file, line and reason; what is not there is coded', async () => {
  const path = file('bad.csv', 'name,country\nA,XXZ\nB,FRA\n')
  const { entries, faults } = await loadActors([path])
  expect(entries.map(({ name }) => name)).toEqual(['B'])
  expect(faults).toMatchObject([{ file: path, line: 2 }])
  await expect(loadActors([join(folder, 'none.csv')])).rejects.toMatchObject({ code: 'E_ACTORS' })
})
