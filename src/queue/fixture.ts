/**
 * For tests: a PostgreSQL of one's own, and a worker that tests may kill: node --import tsx fixture.ts URL RECORD LEASE PAUSE.
 * The worker's reader stands for the pipeline (who does what when is the point here, not what is read); PAUSE: how long it takes, in ms.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Reading } from '../reading.ts'
import { readingFor } from '../record/fixture.ts'
import type { Input } from '../sources/index.ts'
import { openQueue } from './open.ts'
import { work } from './work.ts'

export interface Postgres {
  readonly url: string
  /** Kills it as a power cut would. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Ends it, and takes its files away. */
  remove(): Promise<void>
}

/** Where Debian has PostgreSQL; ONRECORD_POSTGRES names the folder of its programs elsewhere. */
function programs(): string {
  if (process.env.ONRECORD_POSTGRES) return process.env.ONRECORD_POSTGRES
  const base = '/usr/lib/postgresql'
  const [newest] = readdirSync(base).sort((a, b) => Number(b) - Number(a))
  return join(base, newest!, 'bin')
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a PostgreSQL with nothing in it, on a free port of this machine. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-postgres-'))
  const user = unprivileged()
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!)
  const data = join(folder, 'data')
  const port = await freePort()
  const url = `postgres://tester@127.0.0.1:${port}/postgres`
  execFileSync(join(programs(), 'initdb'), ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...user,
    stdio: 'ignore',
  })
  let server: ReturnType<typeof spawn> | undefined
  async function start(): Promise<void> {
    const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'shared_buffers=32MB']
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((it) => ['-c', it])]
    server = spawn(join(programs(), 'postgres'), args, { ...user, stdio: 'ignore' })
    while (!(await answers(url))) await sleep(100)
  }
  async function end(signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  await start()
  return {
    url,
    start,
    kill: () => end('SIGKILL'),
    async remove() {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Inputs n0, n1, … */
export async function* numbered(count: number): AsyncGenerator<Input> {
  for (let n = 0; n < count; n++) yield { uri: `n${n}.txt`, format: 'text', body: { kind: 'text', data: `n${n}` } }
}

/** Reads an input as one statement about its text; a text that says "stuck" is a fault of ours. */
export async function stub({ uri, body }: Input): Promise<Reading> {
  if (String(body?.data) === 'stuck') throw new Error('stuck')
  return readingFor(uri.replace('.txt', ''), String(body?.data))
}

const [, script, url, record, lease, pause] = process.argv
if (script?.endsWith('queue/fixture.ts') && url && record) {
  const queue = await openQueue(url, 'news')
  process.stdout.write('ready\n')
  await work(queue, {
    record,
    read: async (input) => {
      await sleep(Number(pause))
      return stub(input)
    },
    width: 4,
    reader: '1.0',
    lease: Number(lease),
    untilEmpty: true,
    onEvent: ({ kind }) => kind !== 'waiting' && process.stdout.write(`${kind}\n`),
  })
  await queue.close()
}
