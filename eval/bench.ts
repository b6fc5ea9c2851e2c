/**
 * `npm run bench`: speed as a ratio against a named peer in the same run, on one core.
 * Peer of the article room: @mozilla/readability on linkedom with nothing of ours around it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { articleOf } from '../src/article/index.ts'
import { dataFolder, round } from './data.ts'

const folder = dataFolder()
if (!folder) {
  console.error('error E_NO_DATA: the measuring data is not here. Set ONRECORD_DATA to its folder (docs/quality.md).')
  process.exit(1)
}
const html = join(folder, 'articles', 'html')
const pages = readdirSync(html).map((name) => gunzipSync(readFileSync(join(html, name))))

const ours = (data: Buffer) => void articleOf({ uri: 'page', format: 'html', body: { kind: 'html', data } })
const peer = (data: Buffer) => void new Readability(parseHTML(data.toString('utf8')).document as never).parse()

/** Pages a CPU second, the best of three rounds after one to warm up. */
function rate(work: (page: Buffer) => void): number {
  const rounds = Array.from({ length: 4 }, () => {
    const before = process.cpuUsage()
    for (const page of pages) work(page)
    const { user, system } = process.cpuUsage(before)
    return (pages.length * 1e6) / (user + system)
  })
  return Math.max(...rounds.slice(1))
}

const [mine, theirs] = [rate(ours), rate(peer)]
console.log(`articles   ${round(mine, 1)} pages a CPU second`)
console.log(`peer       ${round(theirs, 1)} (readability on linkedom alone)`)
console.log(`ratio      ${round(mine / theirs, 2)}`)
