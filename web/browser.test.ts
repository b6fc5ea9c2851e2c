/** The workbench in a real browser, on the example corpus: pages, permalinks, overlap, files, corrections, keyboard, accessibility. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../src/package-root.ts'
import { read } from '../src/read.ts'
import type { Reading } from '../src/reading.ts'
import { batchOf, readingFor } from '../src/record/fixture.ts'
import { openWriter } from '../src/record/index.ts'
import { type Served, serve } from '../src/server/index.ts'
import { openSources } from '../src/sources/index.ts'
import { openBrowser } from './browser.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const SCRIPT = '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>'

/** An article that would run if any of it were taken for more than words; in it three rows share the word "open". */
const hostile: Reading = {
  ...readingFor('hostile'),
  title: SCRIPT,
  byline: SCRIPT,
  captions: [SCRIPT],
  source: { uri: 'javascript:window.hacked=true', outlet: SCRIPT, format: 'text' },
  commitments: readingFor('hostile').statements.map(({ content }) => ({
    id: 'c1',
    kind: 'promise',
    source: [],
    target: [],
    about: content[0]!,
    history: [],
    confidence: 0.5,
  })),
  actors: readingFor('hostile').actors.map((it) => ({ ...it, name: SCRIPT })),
}

let folder: string
let served: Served
let opened: Awaited<ReturnType<typeof openBrowser>>
let page: Page
/** What the browser complained of, and who else was asked: there must be nothing, and nobody. */
const complaints: string[] = []
const elsewhere: string[] = []

const start = async () => {
  served = await serve({ record: join(folder, 'record'), site: join(folder, 'web') })
}
const at = (path: string) => `${served.address}${path}`
const json = async <T>(path: string) => (await (await fetch(at(path))).json()) as T
type Rows = { total: number; rows: Record<string, string>[] }

const opens = async (path: string) => {
  // Through another page: the same address with another hash is no navigation.
  await page.goto('about:blank')
  await page.goto(at(path))
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => !document.querySelector('.waiting'))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-workbench-'))
  const outDir = join(folder, 'web')
  await build({ configFile: join(packageRoot, 'web/vite.config.ts'), logLevel: 'warn', build: { outDir } })
  const readings = []
  for await (const input of openSources([join(packageRoot, 'examples/briefs')])) readings.push(await read(input))
  const writer = await openWriter(join(folder, 'record'))
  await writer.append(batchOf([...readings, hostile]))
  writer.close()
  await start()
  opened = await openBrowser({ viewport: { width: 1280, height: 900 } })
  page = await opened.browser.newPage()
  page.setDefaultTimeout(30_000)
  page.on('console', (it) => it.type() === 'error' && complaints.push(it.text()))
  page.on('pageerror', (it) => complaints.push(it.message))
  page.on(
    'request',
    (it) => /^(about:|data:)/.test(it.url()) || it.url().startsWith(served.address) || elsewhere.push(it.url()),
  )
}, 300_000)

afterAll(async () => {
  await opened?.close()
  await served?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
}, 60_000)

/** An article of the examples with rows of every kind. */
const redLine = async () => (await json<Rows>('api/documents?q=draws a “red line”')).rows[0]!.id!
const pages = async () => [
  '',
  'search',
  'search?q=chemical weapons',
  'search?q=zebra',
  `article/${await redLine()}#s1`,
  'article/hostile#s1',
  'browse/statements?speaker=RUS',
  'browse/events',
  'ledger?kind=threat',
  'actors',
  'actor/john-kerry',
  'pair?a=USA&b=RUS',
  'compare?actor=barack-obama&q=chemical',
  'sql?q=FROM dyads LIMIT 5',
  'corrections',
  `story/${await redLine()}`,
  'nowhere',
]

interface Axe {
  run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
}

test('every page opens without a complaint, fits a telephone, and axe finds nothing serious, by day and by night', async () => {
  const findings: string[] = []
  const axe = await readFile(AXE, 'utf8')
  for (const path of await pages()) {
    await page.setViewportSize({ width: 360, height: 700 })
    await opens(path)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (wider > 0) findings.push(`${path} is wider than 360 pixels by ${wider}`)
    await page.evaluate(axe)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
      )
      for (const { id, impact, nodes } of violations)
        if (/serious|critical/.test(impact))
          findings.push(`${path} (${colorScheme}): ${id} at ${nodes[0]!.html.slice(0, 200)}`)
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  expect(findings).toEqual([])
  expect(complaints.filter((it) => !/404/.test(it))).toEqual([])
  expect(elsewhere).toEqual([])
}, 240_000)

test('every row of an article has a permalink that opens it and shows its words', async () => {
  const id = await redLine()
  const { reading } = await json<{ reading: Reading }>(`api/documents/${id}`)
  const ids = [...reading.statements, ...reading.events, ...reading.commitments].map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(5)
  for (const row of ids) {
    await opens(`article/${id}#${row}`)
    await page.locator(`#note-${row}.open`).waitFor()
    expect(await page.locator(`.article-text [data-rows~="${row}"]`).first().isVisible()).toBe(true)
    const marked = await page.locator('.article-text mark.part').first()
    expect(await marked.evaluate((it) => it.getBoundingClientRect().top < innerHeight)).toBe(true)
  }
}, 120_000)

test('where a statement, an event and a commitment share words, each keeps its own line; a layer can be put away', async () => {
  await opens('article/hostile')
  const three = page.locator('.piece:has(.statement):has(.event):has(.commitment)').first()
  const lines = await three.locator('.lane').evaluateAll((all) => all.map((it) => getComputedStyle(it).paddingBottom))
  expect(new Set(lines).size).toBe(3)
  const [statement, event, commitment] = ['statement', 'event', 'commitment'].map((it) =>
    page.locator(`.article-text .lane.${it}`),
  )
  await page.keyboard.press('2')
  await page.waitForFunction(() => !document.querySelector('.article-text .lane.event'))
  expect([await statement!.count(), await event!.count(), await commitment!.count()].map((n) => n > 0)).toEqual([
    true,
    false,
    true,
  ])
  expect(page.url()).toContain('hide=event')
}, 60_000)

test('the ledger tells one commitment of many articles; its file holds what it shows; a step opens the words that tell it', async () => {
  await opens('ledger?kind=threat')
  const shown = await page.locator('.entry blockquote').allInnerTexts()
  expect(shown.length).toBeGreaterThan(1)
  const href = await page.locator('.files a', { hasText: /^json$/ }).getAttribute('href')
  const rows = await json<{ about: string; history: { evidence: string | null }[] | null }[]>(href!.slice(1))
  expect(rows).toHaveLength(shown.length)
  for (const [n, { about }] of rows.entries()) expect(shown[n]!.startsWith(about.trim())).toBe(true)
  const step = page.locator('.step a').first()
  const evidence = await step.getAttribute('title')
  await step.click()
  const marked = page.locator('.article-text mark.evidence')
  await marked.first().waitFor()
  expect((await marked.allTextContents()).join('')).toBe(evidence)
  expect(await marked.first().evaluate((it) => it.getBoundingClientRect().top < innerHeight)).toBe(true)
}, 60_000)

test('a correction is applied, survives a restart, and is undone in one click', async () => {
  const id = await redLine()
  const before = (await json<Rows>(`api/statements?document=${id}`)).total
  await opens(`article/${id}#s1`)
  await page.getByText('Correct this row').click()
  await page.getByLabel('Who says so').fill('Antonia')
  await page.getByLabel('Why').fill('He only suggested it.')
  await page.getByRole('button', { name: 'Keep the correction' }).click()
  await page.locator('#note-s1').waitFor({ state: 'detached' })
  await served.close()
  await start()
  expect((await json<Rows>(`api/statements?document=${id}`)).total).toBe(before - 1)
  await opens('corrections')
  expect(await page.locator('.correction').innerText()).toMatch(
    /statements s1 left out[\s\S]*He only suggested it\.[\s\S]*Antonia/,
  )
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('undone by Antonia').waitFor()
  expect((await json<Rows>(`api/statements?document=${id}`)).total).toBe(before)
}, 60_000)

test('the timeline of an actor is brushed by mouse and by keyboard; what is chosen stands in the address', async () => {
  await opens('actor/john-kerry')
  const box = (await page.locator('.timeline svg').boundingBox())!
  await page.mouse.move(box.x + box.width * 0.5, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.9, box.y + 20)
  await page.mouse.up()
  await page.waitForURL(/since=\d{4}-\d{2}-01&until=/)
  const since = new URL(page.url()).searchParams.get('since')!
  await page.getByLabel('From month').press('ArrowRight')
  await page.waitForURL((url) => url.searchParams.get('since')! > since)
  await page.getByRole('button', { name: 'show all' }).click()
  await page.waitForURL((url) => !url.searchParams.has('since'))
}, 60_000)

test('who says it may be somebody else, found by name; search and lists follow until it is undone', async () => {
  const id = await redLine()
  await opens(`article/${id}#s1`)
  await page.getByText('Correct this row').click()
  await page.getByLabel('What is wrong').selectOption('who')
  await page.getByLabel('who says it').fill('lavrov')
  const somebody = await page.locator('#found-source option').first().getAttribute('value', { timeout: 30_000 })
  await page.getByLabel('who says it').fill(somebody!)
  await page.getByLabel('Who says so').fill('Antonia')
  await page.getByLabel('Why').fill('He was quoted in the line before.')
  await page.getByRole('button', { name: 'Keep the correction' }).click()
  await page.locator('#note-s1 b', { hasText: 'Lavrov' }).waitFor()
  const rows = async () =>
    (await json<Rows>(`api/statements?document=${id}&speaker=sergei-lavrov`)).rows.map((it) => it.id)
  expect(await rows()).toEqual(['s1'])
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await page.locator('#note-s1 b', { hasText: 'Lavrov' }).waitFor({ state: 'detached' })
  expect(await rows()).toEqual([])
}, 60_000)

test('the keyboard alone: search, through the results, into an article, through its rows, and help', async () => {
  await opens('')
  await page.keyboard.press('/')
  await page.keyboard.type('red line speaker:obama')
  await page.keyboard.press('Enter')
  await page.locator('.row [data-row-link]').first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  const title = await page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('Enter')
  await page.locator('article h1').waitFor()
  expect(await page.locator('article h1').innerText()).toBe(title)
  await page.keyboard.press('j')
  await page.locator('.note.open').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.note.open').waitFor({ state: 'detached' })
  await page.keyboard.press('?')
  expect(await page.locator('dialog').innerText()).toContain('next row')
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
}, 60_000)

test('words of an article are never more than words', async () => {
  for (const path of [
    '',
    'article/hostile#s1',
    'browse/statements?document=hostile',
    'actor/rur',
    'search?q="will open hostile"',
    'story/hostile',
  ]) {
    await opens(path)
    expect(await page.locator('main').innerText()).toContain('<script>')
    expect(
      await page.evaluate(
        () => [...document.querySelectorAll('a')].filter((it) => it.protocol === 'javascript:').length,
      ),
    ).toBe(0)
    expect(await page.evaluate(() => (globalThis as { hacked?: boolean }).hacked)).toBeUndefined()
  }
}, 60_000)

test('the first page needs less than 60 kB of JavaScript, gzipped', async () => {
  const html = await readFile(join(folder, 'web/index.html'), 'utf8')
  const scripts = (await readdir(join(folder, 'web/assets'))).filter((it) => it.endsWith('.js') && html.includes(it))
  expect(scripts).not.toEqual([])
  const sizes = await Promise.all(
    scripts.map(async (it) => gzipSync(await readFile(join(folder, 'web/assets', it))).length),
  )
  expect(sizes.reduce((sum, n) => sum + n, 0)).toBeLessThan(60_000)
})
