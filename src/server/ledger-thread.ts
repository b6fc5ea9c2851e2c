/** Makes the ledger of a record on a thread of its own, so that readers of other pages need not wait for it. */
import { workerData } from 'node:worker_threads'
import { openLedger, type Snapshot } from '../record/index.ts'

const { connection } = await openLedger(workerData as Snapshot)
connection.closeSync()
