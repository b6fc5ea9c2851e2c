/** Debian's or your own Chromium, for tests and pictures of the workbench. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Nothing is asked of anybody but the workbench. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Opens a browser with a profile of its own. */
export async function openBrowser(
  options: BrowserContextOptions = {},
): Promise<{ browser: BrowserContext; close: () => Promise<void> }> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((it) => existsSync(it))
  if (!executablePath)
    throw new Error(
      `There is no Chromium at ${PLACES.join(', ')}. Install it (apt-get install chromium), or name it in CHROMIUM.`,
    )
  const profile = await mkdtemp(join(tmpdir(), 'onrecord-browser-'))
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox', ...QUIET],
    headless: true,
    ...options,
  })
  return {
    browser,
    close: async () => {
      await browser.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
