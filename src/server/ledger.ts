/**
 * The ledger of the record that is served. Of a large record it takes a while to make; until it is made, readers are given the one
 * from before the record's last change, and told so.
 */
import { once } from 'node:events'
import { addLedger, rowsIn } from '../record/index.ts'
import { startModule } from '../thread.ts'
import type { Open } from './held.ts'

/** Commitments up to which making the ledger takes less time than starting a thread. */
const FEW = 1000
/** Milliseconds that a reader waits for the present ledger of a large record while there is one from before. */
const PATIENCE = 300

export interface Ledgers {
  /** The record with its ledger: as it is given, or as it was before. */
  of(open: Open): Promise<Open>
  close(): void
}

const isLarge = ({ snapshot }: Open): boolean => rowsIn(snapshot, 'commitments') > FEW

export function keepLedgers(): Ledgers {
  let last: Open | undefined
  let making: Promise<void> | undefined
  let closed = false

  async function make(open: Open): Promise<void> {
    open.take()
    try {
      if (isLarge(open)) {
        await once(startModule(new URL('./ledger-thread.ts', import.meta.url), open.snapshot), 'exit')
      }
      // What the thread made lies beside the record, and is found there.
      await open.connected((connection) => addLedger(open.snapshot, connection))
      if (closed) return open.release()
      last?.release()
      last = open
    } catch (error) {
      open.release()
      throw error
    }
  }

  return {
    async of(open) {
      const until = performance.now() + PATIENCE
      while (last !== open) {
        // One at a time: while the record changes often, the one that is next made is of its latest state.
        making ??= make(open).finally(() => {
          making = undefined
        })
        making.catch(() => {})
        if (!last || !isLarge(open)) await making
        else if (!(await isDoneBy(until, making))) return last
      }
      return open
    },
    close() {
      closed = true
      last?.release()
      last = undefined
    },
  }
}

async function isDoneBy(time: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((tell) => {
    timer = setTimeout(() => tell(false), Math.max(0, time - performance.now()))
  })
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
