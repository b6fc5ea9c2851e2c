/**
 * The web as a source: pages fetched politely, from checked addresses, within bounds, in; an `Input` under the page's own
 * address, out. Whoever else asks the web (feeds) does it through `openWeb`.
 */
export { addressKey, plainAddress } from './address.ts'
export { webAddress } from './guard.ts'
export { pageInputs, type WebSourceOptions } from './inputs.ts'
export { answered, fetchPage, isPassing } from './page.ts'
export type { Answer } from './request.ts'
export { DEFAULT_PAUSE_MS, type Fetched, openWeb, retryAfter, type Web, type WebOptions } from './web.ts'
