/**
 * Token to integer features, the same to the last bit as the trainer's (`training/language/FEATURES.md` is the
 * specification): a word row and eight rows of parts, hashed with FNV-1a over UTF-16 code units.
 */

/** What the trainer's meta file says of the features. */
export interface FeatureConfig {
  vocabulary: number
  oovBuckets: number
  partBuckets: number
  parts: readonly string[]
  /** Longer tokens keep their first and last `longest / 2` code units. */
  longest: number
  shapeRun: number
}

/** The word's row, then a row for each part. */
export type FeatureRows = readonly number[]

const STRAIGHT: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u00a0': ' ',
  '\u2026': '...',
  '\u2011': '-',
}
const CROOKED = /[\u2018\u2019\u201a\u201b`\u201c\u201d\u201e\u00ab\u00bb\u00a0\u2026\u2011]/g

/** FNV-1a over code units, then an avalanche; `seed` parts the features. */
export function hash32(text: string, seed: number): number {
  let h = 2166136261 ^ seed
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 12)) >>> 0
}

/** Quotes, no-break space, ellipsis and no-break hyphen in their ASCII forms; very long tokens cut. */
export function straight(form: string, longest: number): string {
  let token = form.replace(CROOKED, (character) => STRAIGHT[character]!)
  if (token === "''") token = '"'
  return token.length > longest ? token.slice(0, longest / 2) + token.slice(-longest / 2) : token
}

/** d digit, X upper, x lower, else the unit itself; runs cut: "McCain's" is "XxXxxx'x". */
export function shapeOf(token: string, longestRun: number): string {
  let shape = ''
  let last = ''
  let run = 0
  for (let i = 0; i < token.length; i++) {
    const unit = token[i]!
    const kind =
      unit >= '0' && unit <= '9' ? 'd' : unit.toLowerCase() !== unit ? 'X' : unit.toUpperCase() !== unit ? 'x' : unit
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= longestRun) shape += kind
  }
  return shape
}

/** Forms kept with their rows: news repeats its words. */
const CACHE = 100_000

/** The straight form in lower case, digits as 0: what the vocabulary lists. */
const normal = (token: string): string => token.toLowerCase().replace(/[0-9]/g, '0')

/** Keeps what a function gave for the forms it met last, but for very long ones. */
function remembered<T>(longest: number, of: (form: string) => T): (form: string) => T {
  const seen = new Map<string, T>()
  return (form) => {
    const known = seen.get(form)
    if (known !== undefined) return known
    const found = of(form)
    if (seen.size >= CACHE) seen.clear()
    if (form.length <= longest) seen.set(form, found)
    return found
  }
}

/** The row of a normal form: its place in the vocabulary from 1, or one of those that follow for words outside it. */
function rowOf({ oovBuckets }: FeatureConfig, words: readonly string[]): (key: string) => number {
  const rows = new Map(words.map((word, i) => [word, i + 1]))
  return (key) => rows.get(key) ?? 1 + words.length + (hash32(key, 1) & (oovBuckets - 1))
}

/** A function from a form to its rows, for the words of the trainer's vocabulary, most frequent first. */
export function featuresOf(config: FeatureConfig, words: readonly string[]): (form: string) => FeatureRows {
  const row = rowOf(config, words)
  const { partBuckets, longest, shapeRun } = config
  return remembered(longest, (form) => {
    const token = straight(form, longest)
    const key = normal(token)
    const parts = [
      key.slice(0, 2),
      key.slice(0, 3),
      key.slice(0, 4),
      key.slice(-1),
      key.slice(-2),
      key.slice(-3),
      key.slice(-4),
      shapeOf(token, shapeRun),
    ]
    return [row(key), ...parts.map((part, i) => 1 + i * partBuckets + (hash32(part, 2 + i) & (partBuckets - 1)))]
  })
}
