/** The workbench itself: files that Vite built, and its one page for every address that is not the API's. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Hono } from 'hono'
import { OnrecordError } from '../errors.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Files whose names hold a digest of what is in them. */
const HASHED = /^\/assets\//

/** Serves a folder that Vite built; an address without an ending is a page. */
export function addSite(app: Hono, folder: string): void {
  app.get('*', async (c) => {
    const { pathname } = new URL(c.req.url)
    const type = pathname === '/' ? undefined : types[extname(pathname)]
    const path = type && normalize(join(folder, pathname))
    if (path?.startsWith(folder + sep) && existsSync(path)) {
      c.header('content-type', type)
      c.header('cache-control', HASHED.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache')
      return c.body(await readFile(path))
    }
    if (HASHED.test(pathname)) throw new OnrecordError('E_NO_PAGE', `${pathname}: there is no such file.`)
    const page = await readFile(join(folder, 'index.html')).catch((cause) => {
      throw new OnrecordError('E_NO_PAGE', 'The workbench is not built. Run: npm run build', { cause })
    })
    c.header('content-type', types['.html'])
    c.header('cache-control', 'no-cache')
    return c.body(page)
  })
}
