/** `onrecord add https://…`, from a server of this machine into a record. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { type Page, servePages, type TestServer } from '../sources/web/fixture.ts'
import { run } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-web-'))
const brief = readFileSync(join(packageRoot, 'examples/briefs/2016-10-03-talks-suspended.html'), 'utf8')
const page: Page = (_, response) =>
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(brief.replace('<head>', '<head><link rel="canonical" href="/talks">'))

let server: TestServer
beforeAll(async () => {
  server = await servePages({ '/talks': page, '/talks/amp': page, '/print': page })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.close()
})

async function onrecord(...args: string[]) {
  const printed = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation(((text: string, done?: () => void) => {
      printed[name] += text
      done?.()
      return true
    }) as typeof process.stdout.write),
  )
  const before = process.exitCode
  process.exitCode = 0
  try {
    await run([...args, '--record', folder])
    return { status: process.exitCode, ...printed }
  } finally {
    process.exitCode = before
    for (const spy of spies) spy.mockRestore()
  }
}
const add = (...paths: string[]) =>
  onrecord('add', ...paths.map((path) => server.origin + path), '--allow-private', '--pause', '0', '--jobs', '1')

test('a page is added once, whatever address leads to it', { timeout: 120_000 }, async () => {
  const first = await add('/talks/amp', '/print?utm_source=mail', '/talks', '/none')
  expect(first.stdout).toMatch(/^1 article added · 2 inputs known already · 1 input failed\n/)
  expect(first.stderr).toMatch(/^error E_STATUS: http:\S+\/none gives no page: 404 Not Found\. Check the address\.\n$/)
  expect(first.status).toBe(1)
  expect(server.asked).toEqual(['/robots.txt', '/talks/amp', '/print?utm_source=mail', '/none'])

  server.asked.length = 0
  expect((await add('/talks')).stdout).toMatch(/^0 articles added · 1 input known already\n/)
  expect(server.asked).toEqual([])

  const { stdout } = await onrecord('sql', 'SELECT uri, format, retrieved FROM documents', '--format', 'json')
  const retrieved = expect.stringMatching(/^\d{4}-\d\d-\d\dT/)
  expect(JSON.parse(stdout)).toEqual([{ uri: `${server.origin}/talks`, format: 'html', retrieved }])
})

test('this machine is out of reach unless it is meant', { timeout: 60_000 }, async () => {
  const { stderr, status } = await onrecord('add', `${server.origin}/talks`, '--again', '--jobs', '1')
  expect(stderr).toMatch(/^error E_PRIVATE: 127\.0\.0\.1 is an address of this machine/)
  expect(status).toBe(1)
})
