/** `npm run bench [-- NAME…]`: speed as a ratio against a named peer in the same run, never as a timed test. */
import { bench as articles } from './bench-articles.ts'
import { bench as language } from './bench-language.ts'
import { bench as read } from './bench-read.ts'
import { dataFolder } from './data.ts'

const benches = { articles, language, read }

const folder = dataFolder()
if (!folder) {
  console.error('error E_NO_DATA: the measuring data is not here. Set ONRECORD_DATA to its folder (docs/quality.md).')
  process.exit(1)
}
const names = Object.keys(benches).filter((name) => process.argv.includes(name))
const chosen = (names.length > 0 ? names : Object.keys(benches)) as (keyof typeof benches)[]
for (const name of chosen) await benches[name](folder)
