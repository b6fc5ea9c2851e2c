/** The signature of a reading: what is kept of its text, and of where it comes from. */
import type { Reading } from '../../reading.ts'
import { creditOf, isOwn } from './origin.ts'
import { shinglesOf } from './shingles.ts'
import { fingerprintOf, signatureOf } from './signature.ts'

export interface Signed {
  readonly document: string
  /** The set of its shingles as one number, in hexadecimal; undefined for a text too short to be compared. */
  readonly fingerprint?: string
  /** One key a band; none for a text too short. */
  readonly keys: Uint32Array
  readonly credit?: string
  readonly own: boolean
  /** ISO 8601, UTC; undefined where only the day is known. */
  readonly instant?: string
}

const made = new WeakMap<readonly Reading[], Signed[]>()

/** The signatures of some readings: computed once, for two tables are made of them. */
export function signedIn(readings: readonly Reading[]): Signed[] {
  const known = made.get(readings) ?? readings.map(signed)
  made.set(readings, known)
  return known
}

function signed({ id, text, byline, source: { outlet }, published }: Reading): Signed {
  const shingles = shinglesOf(text)
  const keys = signatureOf(shingles)
  const credit = creditOf({ text, byline })
  const time = published && published.length > 'YYYY-MM-DD'.length ? Date.parse(published) : Number.NaN
  return {
    document: id,
    ...(keys.length > 0 && { fingerprint: fingerprintOf(shingles) }),
    keys,
    ...(credit && { credit }),
    own: isOwn(outlet, credit),
    ...(!Number.isNaN(time) && { instant: new Date(time).toISOString() }),
  }
}
