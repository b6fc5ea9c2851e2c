/** The guide is true: every command in it runs, on files of our own words. */
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { packageRoot } from '../../src/package-root.ts'
import { packed, pageAbout, warcRecord } from '../../src/sources/warc/fixture.ts'

const guide = readFileSync(join(packageRoot, 'docs', 'guide', 'sources.md'), 'utf8')
const commands = [...guide.matchAll(/^```sh\n(.*?)^```/gms)]
  .flatMap(([, block]) => block!.trimEnd().split('\n'))
  .filter((line) => /^onrecord (?:read|add) (?!http)/.test(line))

const before = process.cwd()
beforeAll(() => {
  process.chdir(mkdtempSync(join(tmpdir(), 'onrecord-guide-')))
  const warc = packed([
    warcRecord({ url: 'https://wire.example/politics/bridge', block: pageAbout('the bridge is shut') }),
    warcRecord({ url: 'https://wire.example/sport/final', block: pageAbout('the final is put off') }),
  ])
  writeFileSync('news.warc.gz', warc.bytes)
  mkdirSync('crawl')
  const formats = join(packageRoot, 'examples', 'formats')
  symlinkSync(formats, 'formats')
  for (const name of ['nexis-uni.docx', 'own-table.tsv']) symlinkSync(join(formats, name), name)
  writeFileSync('crawl/crawl.warc.gz', warc.bytes)
  const entry = { url: 'https://wire.example/politics/bridge', offset: '0', filename: 'crawl.warc.gz' }
  writeFileSync('index.cdxj', `example,wire)/politics/bridge 20160714080000 ${JSON.stringify(entry)}\n`)
})
afterAll(() => process.chdir(before))

test.each(commands)('%s', { timeout: 120_000 }, async (command) => {
  const words = [...command.replace(/ +# .*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain!,
  )
  const said = vi.spyOn(process.stdout, 'write').mockImplementation(((_: string, done?: () => void) => {
    done?.()
    return true
  }) as typeof process.stdout.write)
  try {
    await run(words.slice(1))
    expect(process.exitCode ?? 0).toBe(0)
    expect(said).toHaveBeenCalled()
  } finally {
    said.mockRestore()
  }
})
