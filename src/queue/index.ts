/**
 * The queue room: inputs cut into batches and handed over PostgreSQL to any number of workers on any number of machines, which
 * read them into one shared record. pg-boss keeps the jobs; `schema.ts` says what stands beside them.
 */
export { type Enqueued, enqueue } from './enqueue.ts'
export { type Failed, failedBatches, retryFailed } from './failed.ts'
export { openQueue, type Queue } from './open.ts'
export { prometheusText, type QueueStatus, statusOf } from './status.ts'
export { DEFAULT_LEASE, type WorkEvent, type WorkOptions, work } from './work.ts'
