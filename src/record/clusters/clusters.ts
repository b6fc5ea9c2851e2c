/** Clusters of copies over any number of texts: signatures in, one row a text out. */
import { type Compared, descentOf } from './cluster.ts'
import { likenessOf } from './likeness.ts'
import { byOrigin, creditOf, type Published } from './origin.ts'
import { pairsOf } from './pairs.ts'
import { shinglesOf } from './shingles.ts'
import { signatureOf } from './signature.ts'

/** What is kept of a document to find its copies: a row of the table signatures. */
export interface Signed extends Published {
  readonly keys: Uint32Array
}

/** A document among its copies: a row of the table clusters. */
export interface Clustered {
  readonly document: string
  /** Id of the origin: all documents with the same one carry the same report. */
  readonly cluster: string
  /** The earlier document it is most like; undefined for an origin. */
  readonly nearest?: string
  /** Share of the shorter text that stands in the longer; undefined for an origin. */
  readonly likeness?: number
  /** Documents of the cluster, itself included. */
  readonly size: number
}

/** What the signature of a document is made of. */
export interface Signable extends Omit<Published, 'credit'> {
  readonly text: string
  readonly byline?: string
}

/** The signature of a document. */
export function signed({ id, published, outlet, text, byline }: Signable): Signed {
  const credit = creditOf({ text, byline })
  return { id, published, outlet, credit, keys: signatureOf(shinglesOf(text)) }
}

/** Documents whose shingles are held at a time: some 3 kB each. */
const HELD = 20_000

/**
 * Every document with its cluster, in the order of origin. The result depends on the documents alone, not on their order.
 *
 * @param textsOf gives the texts of some documents by id: asked for those that look alike, some thousands at a time
 * @param known likenesses of pairs that were compared before, by `known(earlier, later)`: saves their texts being read again
 */
export async function clustersOf(
  documents: readonly Signed[],
  textsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<Clustered[]> {
  const sorted = [...documents].sort(byOrigin)
  const pairs = pairsOf(sorted.map(({ keys }) => keys))
  const compared: Compared[] = []
  for (let from = 0; from < pairs.length; ) {
    const wanted = new Set<number>()
    let to = from
    while (to < pairs.length && wanted.size < HELD) for (const n of pairs[to++]!) wanted.add(n)
    const texts = await textsOf([...wanted].map((n) => sorted[n]!.id))
    const shingles = new Map([...wanted].map((n) => [n, shinglesOf(texts.get(sorted[n]!.id) ?? '').sort()]))
    for (; from < to; from++) {
      const [a, b] = pairs[from]!
      compared.push([a, b, likenessOf(shingles.get(a)!, shingles.get(b)!)])
    }
  }
  const descents = descentOf(sorted.length, compared)
  const sizes = new Map<number, number>()
  for (const { origin } of descents) sizes.set(origin, (sizes.get(origin) ?? 0) + 1)
  return descents.map(({ origin, nearest, likeness }, n) => ({
    document: sorted[n]!.id,
    cluster: sorted[origin]!.id,
    ...(nearest !== undefined && { nearest: sorted[nearest]!.id, likeness }),
    size: sizes.get(origin)!,
  }))
}
