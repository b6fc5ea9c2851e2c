/** `npm run bench [-- NAME…]`: speed as a ratio against a named peer in the same run, never as a timed test; without a name one table of all. */
import { bench as add } from './bench-add.ts'
import { bench as articles } from './bench-articles.ts'
import { bench as language } from './bench-language.ts'
import { bench as queue } from './bench-queue.ts'
import { bench as read } from './bench-read.ts'
import { bench as serve } from './bench-serve.ts'
import { benchTable } from './bench-table.ts'
import { bench as warc } from './bench-warc.ts'
import { bench as clusters } from './clusters/bench.ts'
import { dataFolder } from './data.ts'
import { bench as ledger } from './ledger/bench.ts'
import { bench as search } from './search/bench.ts'

const benches = { add, articles, clusters, language, ledger, queue, read, search, warc, serve }
/** Those that make up what they measure on, or take the example briefs. */
const needNone: string[] = ['add', 'clusters', 'ledger', 'queue', 'search', 'serve']

const folder = dataFolder()
const names = Object.keys(benches).filter((name) => process.argv.includes(name))
const chosen = names as (keyof typeof benches)[]
if (!folder && !chosen.every((name) => needNone.includes(name))) {
  console.error('error E_NO_DATA: the measuring data is not here. Set ONRECORD_DATA to its folder (docs/quality.md).')
  process.exit(1)
}
if (chosen.length === 0) await benchTable(folder)
for (const name of chosen) await benches[name](folder ?? '')
