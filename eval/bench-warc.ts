/** WARC files: pages to articles a CPU second beside the article room alone, and a gigabyte of records in constant memory. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { articleOf } from '../src/article/index.ts'
import { type Input, openSources } from '../src/sources/index.ts'
import { pageAbout, warcRecord } from '../src/sources/warc/fixture.ts'
import { warcInputs } from '../src/sources/warc/index.ts'
import { round } from './data.ts'

/** How often the measuring pages stand in the WARC file, so that it is no small one. */
const TIMES = 5

export async function bench(data: string): Promise<void> {
  const html = join(data, 'articles', 'html')
  const pages = readdirSync(html).map((name) => gunzipSync(readFileSync(join(html, name))))
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const path = join(folder, 'pages.warc.gz')
  const records = pages.map((block, i) =>
    gzipSync(warcRecord({ url: `https://wire.example/${i}`, http: { 'Content-Type': 'text/html' }, block })),
  )
  writeFileSync(path, Buffer.concat(Array.from({ length: TIMES }, () => records).flat()))
  const alone = await rate(pages.length * TIMES, async () => {
    for (let n = 0; n < TIMES; n++)
      for (const page of pages) take({ uri: 'page', format: 'html', body: { kind: 'html', data: page } })
  })
  const ours = await rate(pages.length * TIMES, async () => {
    for await (const input of openSources([path])) take(input)
  })
  rmSync(folder, { recursive: true })
  console.log(`warc       ${round(ours, 1)} pages a CPU second, from a packed WARC file to articles`)
  console.log(`peer       ${round(alone, 1)} (the article room alone, pages at hand)`)
  console.log(`ratio      ${round(ours / alone, 2)}`)
  await gigabyte()
}

function take(input: Input): void {
  try {
    articleOf(input)
  } catch {
    // A page without an article is work, too.
  }
}

async function rate(pages: number, work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (pages * 1e6) / (user + system)
}

/** Streams a gigabyte that is made up as it is read; memory is looked at after a tenth, once buffers and code have settled. */
async function gigabyte(): Promise<void> {
  const page = warcRecord({ block: pageAbout('the bridge is shut').repeat(60) })
  const member = gzipSync(page)
  const count = Math.ceil(1e9 / page.length)
  async function* stream() {
    for (let n = 0; n < count; n++) yield member
  }
  let [seen, early, most] = [0, 0, 0]
  const before = process.cpuUsage()
  for await (const _ of warcInputs(stream(), 'made-up', { maxBytes: 1e8 })) {
    seen += 1
    if (seen === Math.floor(count / 10)) early = process.memoryUsage.rss()
    if (seen % 1000 === 0) most = Math.max(most, process.memoryUsage.rss())
  }
  const { user, system } = process.cpuUsage(before)
  const mb = (bytes: number) => Math.round(bytes / 1e6)
  console.log(
    `a gigabyte ${seen} pages of ${mb(page.length * 1000)} kB: ${mb(1e9 / ((user + system) / 1e6))} MB a CPU second, memory ${mb(early)} MB after a tenth, ${mb(most)} MB at most`,
  )
}
