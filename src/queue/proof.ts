/**
 * The proof that nothing is lost, doubled or torn: workers of their own processes, a reader, and faults while they work. The test
 * beside it runs a small one; `npm run bench -- queue --full` one over 50,000 articles.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { packageRoot } from '../package-root.ts'
import { countsOf } from '../record/fixture.ts'
import { checkRecord, openRecord } from '../record/index.ts'
import { enqueue } from './enqueue.ts'
import { numbered, startPostgres } from './fixture.ts'
import { openQueue } from './open.ts'
import { statusOf } from './status.ts'

export interface ProofOptions {
  articles: number
  /** Articles a batch. */
  batch: number
  /** Faults in turn: kill -9 of a worker, of PostgreSQL, a worker stopped past its lease and woken. */
  faults: number
  /** How long a reading takes, in ms. */
  pause: number
  folder: string
}

export interface Proof {
  documents: number
  distinct: number
  segments: number
  /** Segments that PostgreSQL was told of and the manifest lists. */
  told: number
  faults: Record<Fault, number>
  /** How often the reader looked, and what it found that must not be. */
  looks: number
  problems: string[]
  /** How often a worker lost its lease, or gave a batch back. */
  lost: number
  seconds: number
}

const faultsInTurn = ['worker', 'stall', 'worker', 'postgres'] as const
export type Fault = (typeof faultsInTurn)[number]

const WORKERS = 3
const LEASE_S = 3
const BETWEEN_MS = 400

export async function prove({ articles, batch, faults, pause, folder }: ProofOptions): Promise<Proof> {
  const began = performance.now()
  const postgres = await startPostgres()
  const record = join(folder, 'record')
  const workers: ChildProcess[] = []
  const problems: string[] = []
  const happened: Record<Fault, number> = { worker: 0, stall: 0, postgres: 0 }
  let [running, lost] = [true, 0]
  try {
    const queue = await openQueue(postgres.url, 'news')
    await enqueue(queue, numbered(articles), { batch, retries: 1000 })
    const reader = readAllTheWhile(record, batch, () => running, problems)

    /** A worker, and another in its place when it was killed; one that ends by itself found the queue empty. */
    function start(n: number): void {
      const args = [
        '--import',
        'tsx',
        join(packageRoot, 'src/queue/fixture.ts'),
        postgres.url,
        record,
        `${LEASE_S}`,
        `${pause}`,
      ]
      const child = spawn(process.execPath, args, { cwd: packageRoot, stdio: ['ignore', 'pipe', 'ignore'] })
      child.stdout!.on('data', (text) => {
        lost += String(text)
          .split('\n')
          .filter((line) => line === 'lost' || line === 'failed').length
      })
      child.on('exit', (status) => running && status !== 0 && setTimeout(() => running && start(n), 100))
      workers[n] = child
    }
    for (let n = 0; n < WORKERS; n++) start(n)
    while ((await statusOf(queue)).batches.done === 0) await sleep(50)

    for (let n = 0; n < faults; n++) {
      const fault = faultsInTurn[n % faultsInTurn.length]!
      const victim = workers[n % WORKERS]!
      happened[fault] += 1
      if (fault === 'worker') victim.kill('SIGKILL')
      else if (fault === 'stall') {
        victim.kill('SIGSTOP')
        setTimeout(() => victim.kill('SIGCONT'), LEASE_S * 1500)
      } else {
        await postgres.kill()
        await sleep(BETWEEN_MS)
        await postgres.start()
      }
      await sleep(BETWEEN_MS)
    }
    for (;;) {
      const { batches } = await statusOf(queue)
      if (batches.waiting + batches.reading === 0) break
      await sleep(200)
    }
    // Whoever was stopped wakes up now at the latest, and does what it still does.
    await sleep(LEASE_S * 1500)
    running = false
    const looks = await reader
    const snapshot = await openRecord(record)
    const { documents, distinct } = await countsOf(snapshot)
    for await (const { file, problem } of checkRecord(snapshot)) problems.push(`${file}: ${problem}`)
    const told = await queue.query<{ segment: string }>(
      'SELECT segment FROM onrecord.segment WHERE segment IS NOT NULL',
    )
    const listed = new Set(snapshot.manifest.segments.map(({ id }) => id))
    for (const { segment } of told) if (!listed.has(segment)) problems.push(`${segment} is not in the manifest`)
    await queue.close()
    return {
      documents,
      distinct,
      segments: listed.size,
      told: told.length,
      faults: happened,
      looks,
      problems,
      lost,
      seconds: (performance.now() - began) / 1000,
    }
  } finally {
    running = false
    await Promise.all(workers.map(ended))
    await postgres.remove()
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

/** Opens the record again and again: only whole batches, never fewer than before, every table in step. */
async function readAllTheWhile(
  record: string,
  batch: number,
  running: () => boolean,
  problems: string[],
): Promise<number> {
  let [looks, seen] = [0, 0]
  while (running()) {
    try {
      const snapshot = await openRecord(record)
      const found = await countsOf(snapshot)
      const { documents } = found
      if (new Set(Object.values(found)).size > 1) {
        problems.push(`tables out of step: ${Object.values(found).join(', ')}`)
      }
      if (documents % batch !== 0) problems.push(`part of a batch: ${documents}`)
      if (documents < seen) problems.push(`${seen} articles became ${documents}`)
      seen = documents
      looks += 1
    } catch (error) {
      // Until the first worker has made it.
      if ((error as { code?: string }).code !== 'E_NO_RECORD') problems.push(String(error))
    }
    await sleep(50)
  }
  return looks
}
