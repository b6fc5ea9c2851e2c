/**
 * The server room: the HTTP API over a record, and the workbench it serves.
 * `app.ts` says what answers where, `lists.ts` what may be listed, `guard.ts` who may ask.
 */
export { type Workbench, type WorkbenchOptions, workbench } from './app.ts'
export { type Served, type ServeOptions, serve } from './serve.ts'
