// `npm start`: the example briefs into ./record, what it holds, and the workbench over it. `npm start -- --open` opens the browser.
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const briefs = fileURLToPath(new URL('../examples/briefs', import.meta.url))

for (const args of [['add', briefs], ['status']]) {
  const { status } = spawnSync(process.execPath, [main, ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
process.stdout.write(`
Try, beside the workbench:
  npx onrecord search '"red line" speaker:obama'
  npx onrecord sql 'FROM dyads ORDER BY events DESC' --limit 10
  npx onrecord read examples/briefs/2016-10-03-talks-suspended.html

`)
const workbench = spawn(process.execPath, [main, 'serve', ...process.argv.slice(2)], { stdio: 'inherit' })
// Ctrl-C reaches both; only the workbench says when it is done.
process.on('SIGINT', () => {}).on('SIGTERM', () => workbench.kill())
workbench.on('exit', (status) => process.exit(status ?? 0))
