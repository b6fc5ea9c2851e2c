/** What a server may take of our time and memory. */

export interface WebLimits {
  /** Most bytes of a body, as sent and unpacked. */
  maxBytes: number
  /** Longest that a request may take in all, in milliseconds. */
  totalMs: number
  /** Longest wait for a connection and the head of an answer, in milliseconds. */
  headMs: number
  /** A body must bring `paceBytes` in every `paceMs` milliseconds: less is a slow drip. */
  paceMs: number
  paceBytes: number
  /** Longest head of an answer, in bytes. */
  headBytes: number
  /** Most redirects that are followed. */
  redirects: number
}

/** Browsers follow 20 redirects and take 250 KiB of headers; no page that people read needs half of either. */
export const DEFAULT_LIMITS: WebLimits = {
  maxBytes: 32 * 1024 * 1024,
  totalMs: 60_000,
  headMs: 20_000,
  paceMs: 10_000,
  paceBytes: 1024,
  headBytes: 64 * 1024,
  redirects: 10,
}
