import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input } from '../input.ts'
import { openSources } from '../open.ts'
import { servePages, type TestServer } from './fixture.ts'
import { fetchPage } from './page.ts'
import { openWeb } from './web.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-archive-'))
const page = (text: string) => `<html><head></head><body><p>${text}</p></body></html>`
let server: TestServer
beforeAll(async () => {
  server = await servePages({
    '/a': page('One.'),
    '/packed': (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-2', 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.from(page('Minister \xa9\xe1dek left.'), 'latin1'))),
    '/gone': (_, response) => response.writeHead(404).end(),
  })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.close()
})

const read = async (path: string): Promise<Input[]> => {
  const inputs: Input[] = []
  for await (const input of openSources([path])) inputs.push(input)
  return inputs
}

test('pages that are kept are read again without the web, as they were; a tail that was cut off costs only itself', async () => {
  const web = openWeb({ allowPrivate: true, pauseMs: 0, keepPages: folder })
  const fetched = [await fetchPage(web, `${server.origin}/a`), await fetchPage(web, `${server.origin}/packed`)]
  await expect(fetchPage(web, `${server.origin}/gone`)).rejects.toMatchObject({ code: 'E_STATUS' })

  const [name, ...others] = readdirSync(folder)
  expect(name).toMatch(/^onrecord-\d{17}-\d+\.warc\.gz$/)
  expect(others).toEqual([])
  const path = join(folder, name!)
  const of = ({ url, body, contentType }: Input) => [url, contentType, Buffer.from(body!.data).toString('latin1')]
  expect((await read(path)).map(of)).toEqual(fetched.map(of))

  const cut = join(folder, 'cut.warc.gz')
  // Both the request and the end of the second response are lost.
  writeFileSync(cut, readFileSync(path).subarray(0, -600))
  const [first, second] = await read(cut)
  expect(of(first!)).toEqual(of(fetched[0]!))
  expect(second?.error?.code).toBeDefined()
})
