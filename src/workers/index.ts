/**
 * The workers room: reading on all cores of one machine, and keeping what is read in a record, batch by batch.
 */
export { type Added, type AddOptions, addInputs, DEFAULT_BATCH, type Progress } from './add.ts'
export { inOrder } from './in-order.ts'
export { readerVersion } from './reader-version.ts'
export { type Pool, startThreads } from './threads.ts'
