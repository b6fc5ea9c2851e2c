/** Chance that is the same on every run: measurements on made-up data must be. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  /** One of a list, each as likely. */
  of<T>(items: readonly T[]): T
  /** One of a list, those at its head much likelier, as words are in a language (Zipf). */
  zipf<T>(items: readonly T[]): T
}

/** Mulberry32 (T. Ettinger 2017, public domain): 32 bits of state suffice for test data. */
export function random(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    of: (items) => items[Math.floor(next() * items.length)]!,
    zipf: (items) => items[Math.floor((items.length + 1) ** next()) - 1]!,
  }
}
