/** What must not harm a record: runs that are killed, disks that are full, folders that may not be written. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { countsOf, rows } from '../record/fixture.ts'
import { checkRecord, openRecord, openWriter } from '../record/index.ts'
import { addNumbered } from './fixture.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'onrecord-faults-'))
const fixture = join(packageRoot, 'src', 'workers', 'fixture.ts')

async function problems(folder: string) {
  const found = []
  for await (const { file, problem } of checkRecord(await openRecord(folder))) found.push(`${file}: ${problem}`)
  return found
}

/** Numbers that look random and are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

test('killed at twenty moments with a reader open: nothing is lost, nothing doubled, no fault seen', {
  timeout: 900_000,
}, async () => {
  const folder = join(newFolder(), 'record')
  const random = randomFrom(7)
  ;(await openWriter(folder)).close()
  const early = await openRecord(folder)
  let [running, seen, looks] = [true, 0, 0]
  let fault: unknown

  /** Reads all the while, from a record opened anew each time and from one opened before everything. */
  const reader = (async () => {
    while (running) {
      const record = await openRecord(folder)
      const { documents, statements, inputs, distinct } = await countsOf(record)
      expect([statements, inputs, distinct]).toEqual([documents, documents, documents])
      expect(documents).toBeGreaterThanOrEqual(seen)
      seen = documents
      expect(await rows(early, 'SELECT count(*) FROM documents')).toEqual([['0']])
      looks += 1
      await sleep(20)
    }
  })().catch((error) => {
    fault = error
  })

  const start = async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', fixture, folder, '1000000', '3'], { cwd: packageRoot })
    await once(child.stdout, 'data')
    return child
  }
  const kill = async (child: ChildProcess) => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  // How long a run takes to keep something, on this machine today: kills fall around that, before and after.
  const first = await start()
  const began = performance.now()
  while (seen === 0 && fault === undefined) await sleep(5)
  const usual = performance.now() - began
  await kill(first)
  for (let n = 0; n < 20; n++) {
    const child = await start()
    await sleep(random() * 1.5 * usual)
    if (n === 10) await lockedBy(child, folder)
    await kill(child)
  }
  running = false
  await reader
  expect(fault).toBeUndefined()
  expect(looks).toBeGreaterThan(20)
  expect(seen).toBeGreaterThan(9)

  await addNumbered(folder, seen + 10, 100)
  const record = await openRecord(folder)
  const expected = Array.from({ length: seen + 10 }, (_, n) => [`n${n}`])
  expect(await rows(record, 'SELECT id FROM documents ORDER BY substr(id, 2)::INTEGER')).toEqual(expected)
  expect(await problems(folder)).toEqual([])
  expect(readdirSync(join(folder, 'segments')).sort()).toEqual(record.manifest.segments.map(({ id }) => id).sort())
})

/** While another process writes, a second writer is told which. */
async function lockedBy(child: ChildProcess, folder: string): Promise<void> {
  for (;;) {
    const writer = await openWriter(folder).catch((error) => error)
    if (!(writer instanceof Error)) {
      // The child had not begun; once this lock is back, it will not get far either: it found the record locked, or writes.
      writer.close()
      if (child.exitCode !== null) return
      continue
    }
    expect(writer).toMatchObject({ code: 'E_LOCKED', message: expect.stringContaining(`process ${child.pid}`) })
    return
  }
}

const mounted: string[] = []
afterAll(() => {
  for (const path of mounted) spawnSync('umount', [path])
})
/** A small disk of its own, where the system lets us make one. */
function smallDisk(options: string): string | undefined {
  const path = newFolder()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]).status !== 0) return undefined
  mounted.push(path)
  return path
}

describe('a full disk', () => {
  test('ends the run with a coded error; what was kept is whole', { timeout: 60_000 }, async ({ skip }) => {
    const disk = smallDisk('size=2m')
    if (!disk) return skip('no disk of its own can be mounted here')
    const folder = join(disk, 'record')
    await addNumbered(folder, 5, 5)
    // Texts that do not compress fill it.
    const random = randomFrom(1)
    const noise = () => Array.from({ length: 30_000 }, () => String.fromCharCode(0x4e00 + random() * 20_000)).join('')
    let failed: unknown
    for (let n = 0; n < 100 && !failed; n++) {
      failed = await addNumbered(folder, 6 + n, 5, noise()).then(
        () => undefined,
        (error) => error,
      )
    }
    expect(failed).toMatchObject({ code: 'E_WRITE', message: expect.stringContaining(folder) })
    expect(await problems(folder)).toEqual([])
    expect((await rows(await openRecord(folder), "SELECT count(*) FROM documents WHERE id = 'n4'"))[0]).toEqual(['1'])
    expect(readdirSync(join(folder, 'segments')).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('or a quota does the same', { timeout: 60_000 }, async () => {
    const folder = join(newFolder(), 'record')
    await addNumbered(folder, 5, 5)
    // 8 blocks of 1 kB: less than the Parquet file of documents takes.
    const limited = `ulimit -f 8; exec "${process.execPath}" --import tsx "${fixture}" "${folder}" 3000 3000`
    const { status, stderr } = spawnSync('bash', ['-c', limited], { cwd: packageRoot, encoding: 'utf8' })
    expect(stderr).toContain('E_WRITE: ')
    expect(status).toBe(1)
    expect(await problems(folder)).toEqual([])
    expect((await openRecord(folder)).manifest.segments).toHaveLength(1)
  })
})

test('a folder that may not be written is read, and adding to it is a coded error', async ({ skip }) => {
  const disk = smallDisk('size=20m') ?? newFolder()
  const folder = join(disk, 'record')
  mkdirSync(folder)
  await addNumbered(folder, 3, 5)
  if (mounted.includes(disk)) spawnSync('mount', ['-o', 'remount,ro', disk])
  else if (process.getuid?.() === 0) return skip('nothing is read-only to root, and nothing can be mounted')
  else for (const path of [folder, join(folder, 'segments')]) chmodSync(path, 0o555)
  expect(await rows(await openRecord(folder), 'SELECT count(*) FROM documents')).toEqual([['3']])
  await expect(addNumbered(folder, 5, 5)).rejects.toMatchObject({ code: 'E_WRITE' })
  for (const path of [folder, join(folder, 'segments')]) if (!mounted.includes(disk)) chmodSync(path, 0o755)
})
