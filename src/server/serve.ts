/** The workbench at an address. */
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { OnrecordError } from '../errors.ts'
import { openRecord } from '../record/index.ts'
import { type WorkbenchOptions, workbench } from './app.ts'

export interface ServeOptions extends WorkbenchOptions {
  /** Address to listen at; this machine alone unless told otherwise. */
  host?: string
  /** 0 takes any that is free. */
  port?: number
  /** How long clients may take. */
  patience?: Partial<typeof PATIENCE>
}

export interface Served {
  /** What to open in a browser, with the token where one is asked. */
  readonly address: string
  readonly token?: string
  close(): Promise<void>
}

/** How long a client may take: milliseconds for the head of a request, for the whole of it, and idle; and how often that is looked after. */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/

/**
 * Serves a record. Beyond this machine a token is asked for: the one given, else one made here.
 *
 * @throws OnrecordError E_NO_RECORD, E_MANIFEST, E_LISTEN
 */
export async function serve({ host = '127.0.0.1', port = 0, patience, ...options }: ServeOptions): Promise<Served> {
  await openRecord(options.record)
  const token = options.token ?? (LOOPBACK.test(host) ? undefined : randomBytes(18).toString('base64url'))
  const { app, close } = workbench({ ...options, token, hosts: [host, ...(options.hosts ?? [])] })
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { ...PATIENCE, ...patience } })
  await new Promise<void>((done, fail) => {
    server.once('error', (cause: NodeJS.ErrnoException) => fail(notListening(host, port, cause)))
    server.listen(port, host, done)
  })
  const { port: taken } = server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return {
    address: `http://${name}:${taken}/${token === undefined ? '' : `?token=${token}`}`,
    token,
    close: () =>
      new Promise((done) => {
        close()
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function notListening(host: string, port: number, cause: NodeJS.ErrnoException): OnrecordError {
  const reason =
    cause.code === 'EADDRINUSE' ? 'it is taken' : cause.code === 'EACCES' ? 'it may not be used' : cause.message
  return new OnrecordError(
    'E_LISTEN',
    `${host}:${port} cannot be listened at: ${reason}. Give another --port (0 takes a free one).`,
    { cause },
  )
}
