import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-actors-'))
const onrecord = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', join(packageRoot, 'src/cli/main.ts'), ...args], { encoding: 'utf8' })

describe('onrecord actors', { timeout: 60_000 }, () => {
  test('show gives names and offices; an unknown name is coded', () => {
    expect(onrecord('actors', 'show', 'Daesh').stdout).toMatch(/^Islamic State {2}\(isil\)\n {2}group · REB/)
    expect(onrecord('actors', 'show', 'Nobody Atall')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('error E_UNKNOWN_ACTOR: Nobody is called "Nobody Atall".'),
    })
  })

  test('add, check, import and read with what was added', () => {
    const own = join(folder, 'own.ndjson')
    expect(
      onrecord('actors', 'add', 'Strelsau Guard', '--kind', 'group', '--country', 'AUT', '--sector', 'MIL', '--to', own)
        .status,
    ).toBe(0)
    expect(onrecord('actors', 'add', 'X', '--country', 'XXZ', '--to', own)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('error E_ACTOR_ENTRY'),
    })
    writeFileSync(own, `${readFileSync(own, 'utf8')}{"name":\n`)
    const checked = onrecord('actors', 'check', own)
    expect(checked.status).toBe(1)
    expect(checked.stderr).toContain(`warning W_ACTORS_LINE: ${own}:2 was left out: it is no JSON`)
    const out = join(folder, 'out.ndjson')
    onrecord('actors', 'import', own, '--out', out)
    expect(readFileSync(out, 'utf8')).toBe(
      '{"id":"own-strelsau-guard","name":"Strelsau Guard","names":[],"kind":"group","country":"AUT","sector":"MIL"}\n',
    )
    const note = join(folder, 'note.txt')
    writeFileSync(note, 'The Strelsau Guard advanced on Monday, and nobody stopped it on the way to the river.\n')
    const { stdout } = onrecord('read', '--plain', '--json', '--actors', out, note)
    expect(JSON.parse(stdout).actors[0]).toMatchObject({ id: 'own-strelsau-guard', sector: 'MIL' })
  })
})
