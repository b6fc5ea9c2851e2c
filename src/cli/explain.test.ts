import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-explain-'))
const note = join(folder, 'note.txt')
writeFileSync(note, 'Turkey attacked Syria on Monday. The Turkish president met the Syrian president in Vienna.\n')
const explain = (...args: string[]) =>
  spawnSync(
    process.execPath,
    ['--import', 'tsx', join(packageRoot, 'src/cli/main.ts'), 'explain', '--plain', ...args],
    { encoding: 'utf8', timeout: 240_000 },
  )

test('an event is explained for people, and as JSON', { timeout: 300_000 }, () => {
  const { stdout, status } = explain(note, '--event', 'e1')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^event e1: ASSAULT 190\n\n {2}Turkey attacked Syria on Monday\.\n/)
  expect(stdout).toMatch(/ {2}rule {8}assault\.attack · lexicon\/events\/verbs\.tsv:\d+\n/)
  expect(stdout).toContain('  its example Turkey attacked Syria.\n')
  expect(JSON.parse(explain(note, '--event', 'e2', '--json').stdout)).toMatchObject({
    event: { id: 'e2', type: 'CONSULT' },
    pattern: { lemma: 'meet' },
    place: { words: 'Vienna' },
  })
})

test('an id that is not there, and a file of several articles, are errors that name what there is', {
  timeout: 300_000,
}, () => {
  expect(explain(note, '--event', 'e9')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining(`error E_UNKNOWN_ID: ${note} has no event "e9". There are: e1, e2.`),
  })
  const several = join(folder, 'several.ndjson')
  writeFileSync(several, '{"id":"a","text":"Turkey attacked Syria."}\n{"id":"b","text":"Turkey met Syria."}\n')
  expect(explain(several, '--event', 'e1').stderr).toContain(
    `error E_MANY_ARTICLES: ${several} has 2 articles. Say which with --article: a, b.`,
  )
  expect(explain(several, '--article', 'b', '--event', 'e1').stdout).toContain('event e1: CONSULT 040')
  expect(explain(several, '--article', 'c').stderr).toContain('has no article "c". There are: a, b.')
})

test('where no event was read, what was tried is told', { timeout: 300_000 }, () => {
  const rain = join(folder, 'rain.txt')
  writeFileSync(rain, 'Turkey asked when it rained.\n')
  expect(explain(rain)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('request.ask at “asked”: neither "to …" nor "for …" follows\n'),
    stderr: expect.stringContaining(`No event was read from ${rain}.`),
  })
})

test('a folder that is no ontology is told of', { timeout: 300_000 }, () => {
  expect(explain(note, '--ontology', join(folder, 'none'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('error E_ONTOLOGY'),
  })
})
