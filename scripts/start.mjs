// `npm start`: the example briefs into ./record, what it holds, and what to try.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const briefs = fileURLToPath(new URL('../examples/briefs', import.meta.url))

for (const args of [['add', briefs], ['status']]) {
  const { status } = spawnSync(process.execPath, [main, ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
process.stdout.write(`
Try:
  npx onrecord search 'chemical weapons' speaker:kerry
  npx onrecord sql "SELECT published, speaker, quote FROM quotes WHERE country = 'RUS' ORDER BY published" --limit 10
  npx onrecord sql 'FROM dyads ORDER BY events DESC' --limit 10
  npx onrecord read examples/briefs/2016-10-03-talks-suspended.html
`)
