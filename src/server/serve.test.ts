import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { readingFor } from '../record/fixture.ts'
import { jsonOf, tryWorkbench } from './fixture.ts'
import { type ServeOptions, serve } from './serve.ts'

async function served(options: Partial<ServeOptions> = {}) {
  const { folder } = await tryWorkbench([readingFor('a')])
  const made = await serve({ record: folder, ...options })
  onTestFinished(() => made.close())
  return made
}

test('on this machine nobody is asked for a token', async () => {
  const { address, token } = await served()
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  expect(token).toBeUndefined()
  expect(await jsonOf(fetch(`${address}api/statements`))).toMatchObject({ total: 1 })
})

test('beyond it a token is made, and asked for', async () => {
  const { address, token } = await served({ host: '0.0.0.0' })
  expect(token).toMatch(/^[\w-]{24}$/)
  const status = new URL('/api/status', address)
  expect((await fetch(status)).status).toBe(401)
  expect((await fetch(status, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
})

test('a port that is taken, and a record that is not there, are said to be so', async () => {
  const { address } = await served()
  await expect(served({ port: Number(new URL(address).port) })).rejects.toMatchObject({ code: 'E_LISTEN' })
  await expect(serve({ record: '/nowhere/at-all' })).rejects.toMatchObject({ code: 'E_NO_RECORD' })
})

test('a client that never ends its request is let go', async () => {
  const { address } = await served({
    patience: { headersTimeout: 200, requestTimeout: 200, connectionsCheckingInterval: 50 },
  })
  const { port } = new URL(address)
  const answer = await new Promise<string>((done) => {
    let text = ''
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write('GET /api/status HTTP/1.1\r\nhost: localhost\r\nx-slow:'),
    )
    socket.on('data', (it) => {
      text += it
    })
    socket.on('close', () => done(text))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
})
