/**
 * Takes the README's pictures of the workbench, on the example corpus: docs/workbench-*.png. Needs Chromium.
 * Run `npm run build && npx tsx scripts/screenshots.ts` when a page changes.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../src/package-root.ts'
import { read } from '../src/read.ts'
import { openWriter } from '../src/record/index.ts'
import { serve } from '../src/server/index.ts'
import { openSources } from '../src/sources/index.ts'
import { openBrowser } from '../web/browser.ts'

const SIZE = { width: 1180, height: 760 }

const folder = await mkdtemp(join(tmpdir(), 'onrecord-pictures-'))
const added = new Date().toISOString()
const readings = []
for await (const input of openSources([join(packageRoot, 'examples/briefs')])) {
  const reading = await read(input)
  readings.push({ reading, provenance: { input: reading.id, reader: 'examples', added } })
}
const writer = await openWriter(folder)
await writer.append({ readings, inputs: [], errors: [] })
writer.close()

const served = await serve({ record: folder })
const { browser, close } = await openBrowser({ viewport: SIZE })
const page = await browser.newPage()
const answer = await fetch(`${served.address}api/statements?q=red line for us`)
const { rows } = (await answer.json()) as { rows: { document: string; id: string }[] }
const { document, id } = rows[0]!
const pictures = [
  ['article', `article/${document}#${id}`, 'light'],
  ['ledger', 'ledger', 'dark'],
] as const
for (const [name, path, colorScheme] of pictures) {
  await page.emulateMedia({ colorScheme })
  await page.goto(`${served.address}${path}`)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(packageRoot, `docs/workbench-${name}.png`) })
}
await close()
await served.close()
await rm(folder, { recursive: true, force: true })
