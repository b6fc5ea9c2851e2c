/** Signatures and likenesses of a segment, made from its readings. */
import type { Derived } from '../derived.ts'
import { likenessesIn } from './compared.ts'
import { signedIn } from './signed.ts'
import { likenesses, signatures } from './tables.ts'

export const signaturesTable: Derived = {
  table: signatures,
  rows: (readings) => signedIn(readings).map(({ keys, ...row }) => ({ ...row, keys: new Uint8Array(keys.buffer) })),
}

export const likenessesTable: Derived = { table: likenesses, rows: likenessesIn }
