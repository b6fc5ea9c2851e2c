/**
 * The article room against @mozilla/readability on linkedom with nothing of ours around it: pages a CPU second, in one run.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { articleOf } from '../src/article/index.ts'
import { round } from './data.ts'

/** Prints both rates and their ratio. */
export async function bench(data: string): Promise<void> {
  const html = join(data, 'articles', 'html')
  const pages = readdirSync(html).map((name) => gunzipSync(readFileSync(join(html, name))))
  const ours = rate(pages, (page) => articleOf({ uri: 'page', format: 'html', body: { kind: 'html', data: page } }))
  const peer = rate(pages, (page) => new Readability(parseHTML(page.toString('utf8')).document as never).parse())
  console.log(`articles   ${round(ours, 1)} pages a CPU second`)
  console.log(`peer       ${round(peer, 1)} (readability on linkedom alone)`)
  console.log(`ratio      ${round(ours / peer, 2)}`)
}

/** Pages a CPU second, the best of three rounds after one to warm up. */
function rate(pages: readonly Buffer[], work: (page: Buffer) => unknown): number {
  const rounds = Array.from({ length: 4 }, () => {
    const before = process.cpuUsage()
    for (const page of pages) work(page)
    const { user, system } = process.cpuUsage(before)
    return (pages.length * 1e6) / (user + system)
  })
  return Math.max(...rounds.slice(1))
}
