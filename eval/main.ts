/**
 * `npm run eval [-- NAME… [options]]`: measures and compares with the floors in eval/floors.json.
 * Fails when a score is below its floor or was measured on other data. `--raise` writes higher floors; `--lower` writes all.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../src/package-root.ts'
import { evaluate as actors } from './actors.ts'
import { evaluate as articles } from './articles.ts'
import { evaluate as commitments } from './commitments.ts'
import { dataFolder, type Score } from './data.ts'
import { evaluate as events } from './events.ts'
import { compare, type Floors } from './floors.ts'
import { evaluate as language } from './language.ts'
import { evaluate as statements } from './statements.ts'

const evaluations = { actors, articles, commitments, events, language, statements }

const args = process.argv.slice(2)
const names = Object.keys(evaluations).filter((name) => args.includes(name))
const chosen = (names.length > 0 ? names : Object.keys(evaluations)) as (keyof typeof evaluations)[]
const folder = dataFolder()
if (!folder) {
  console.error('error E_NO_DATA: the measuring data is not here. Set ONRECORD_DATA to its folder (docs/quality.md).')
  process.exit(1)
}

const scores: Score[] = []
for (const name of chosen) scores.push(...(await evaluations[name](folder, args)))

const path = join(packageRoot, 'eval', 'floors.json')
const floors: Floors = JSON.parse(readFileSync(path, 'utf8'))
const { lines, failed, next } = compare(scores, floors, {
  raise: args.includes('--raise'),
  lower: args.includes('--lower'),
})
console.log(lines.join('\n'))
if (next !== floors) writeFileSync(path, `${JSON.stringify(next, null, 2)}\n`)
process.exitCode = failed ? 1 : 0
