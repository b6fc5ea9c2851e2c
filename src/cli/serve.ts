import { spawn } from 'node:child_process'
import { type Command, InvalidArgumentError } from 'commander'
import { openWriter } from '../record/index.ts'
import { serve } from '../server/index.ts'
import { collected } from './actors.ts'
import { guarded } from './guarded.ts'
import { onRecord, type RecordOptions } from './record.ts'
import { type WatchingOptions, withWatching } from './watch-options.ts'
import type { FetchOptions } from './web-options.ts'

const examples = `
Examples:
  $ onrecord serve --record syria --open         the workbench, in the browser
  $ onrecord serve --port 8080
  $ onrecord serve --host 0.0.0.0                for others: prints an address with a token
  $ onrecord serve --watch feeds.opml            and add what is new in these feeds (see onrecord watch --help)
  $ curl 'http://127.0.0.1:4180/api/statements.csv?speaker=usa'

It answers this machine alone unless --host says otherwise; beyond it, a token is asked for. What another process adds to the record
is seen at once. Ctrl-C ends it. Exit status: 0 ended, 1 not served, 2 wrong usage.`

/** Any port may be taken; this one is tried first, so that bookmarks last. */
const PORT = 4180

interface Options extends RecordOptions, FetchOptions, WatchingOptions {
  host: string
  port?: number
  open?: boolean
  token?: string
  name?: string[]
  watch?: string[]
}

/** `onrecord serve`: the workbench and its API. */
export function addServe(program: Command): void {
  const command = program.command('serve').description('Read a record in the browser, and ask it over HTTP.')
  withWatching(onRecord(command))
    .option('--host <address>', 'address to listen at', '127.0.0.1')
    .option('--port <port>', `port to listen at, 0 for any (default: ${PORT}, or any where it is taken)`, portOf)
    .option('--open', 'open the browser')
    .option('--token <token>', 'ask for this token (default: none on this machine, a new one beyond it)')
    .option('--name <name>', 'a name that the server is called by; may be given again', (it, all: string[] = []) => [
      ...all,
      it,
    ])
    .option('--watch <feed>', 'watch a feed or an OPML list of them; may be given again', collected)
    .addHelpText('after', examples)
    .action(guarded(start))
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('It must be a number from 0 to 65535.')
  return port
}

async function start(all: Options): Promise<void> {
  const { record, host, port, open, token = process.env.ONRECORD_TOKEN, name: hosts, watch: feeds } = all
  // A watch may be what begins the record.
  if (feeds) (await openWriter(record, all.wait)).close()
  const options = { record, host, token, hosts }
  const served = await serve({ ...options, port: port ?? PORT }).catch((error) => {
    if (port === undefined && error.code === 'E_LISTEN') return serve({ ...options, port: 0 })
    throw error
  })
  process.stdout.write(`The workbench of ${record} is at\n\n  ${served.address}\n\n`)
  if (served.token !== undefined) process.stdout.write('Who opens it needs the token in that address.\n')
  process.stdout.write('Ctrl-C ends it.\n')
  if (open) openBrowser(served.address)
  const stop = new AbortController()
  const watched = feeds && startWatch(feeds, all, stop.signal)
  await new Promise<void>((done) => process.once('SIGINT', done).once('SIGTERM', done))
  stop.abort()
  await served.close()
  await watched
}

/** Watches beside the workbench, which goes on should the watch end. */
const startWatch = (feeds: readonly string[], options: Options, signal: AbortSignal): Promise<void> =>
  guarded(async () => {
    const [{ watch }, { watching }] = await Promise.all([import('../watch/index.ts'), import('./watch.ts')])
    await watch({ ...(await watching(feeds, options)), signal })
  })()

function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '""']
        : ['xdg-open']
  spawn(command!, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => process.stderr.write(`No browser could be opened; open ${address}\n`))
    .unref()
}
