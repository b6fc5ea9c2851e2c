/** Batches: inputs cut into pieces of some hundred articles, and packed for the way through PostgreSQL. */
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { OnrecordError } from '../errors.ts'
import type { Input } from '../sources/index.ts'

/** An input with its key. */
export interface Keyed {
  input: Input
  key: string
}

/** Bytes of articles that close a batch before it is full: a worker holds a batch and its readings in memory, and writes one segment of it. */
export const BATCH_BYTES = 6_000_000

/** A batch's name: what the same inputs make the same. */
export const batchId = (items: readonly Keyed[]): string =>
  createHash('sha256')
    .update(items.map(({ key }) => key).join('\n'))
    .digest('hex')
    .slice(0, 32)

/** How long what an input holds is, in bytes or characters. */
export const sizeOf = ({ body }: Input): number => body?.data.length ?? 0

/** Inputs in groups of at most `most`, fewer where they are long. */
export async function* cut(items: AsyncIterable<Keyed>, most: number): AsyncGenerator<Keyed[]> {
  let batch: Keyed[] = []
  let bytes = 0
  for await (const item of items) {
    batch.push(item)
    bytes += sizeOf(item.input)
    if (batch.length < most && bytes < BATCH_BYTES) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}

/** Quick to pack: the way is short, and the time is the workers'. */
const LEVEL = 1

/** Inputs as gzipped NDJSON. */
export const pack = (inputs: readonly Input[]): Buffer =>
  gzipSync(inputs.map((it) => JSON.stringify(packed(it))).join('\n'), { level: LEVEL })

export const unpack = (bytes: Buffer): Input[] =>
  gunzipSync(bytes)
    .toString()
    .split('\n')
    .map((line) => unpacked(JSON.parse(line)))

interface Packed extends Omit<Input, 'body' | 'error'> {
  body?: { kind: 'text' | 'html'; data?: string; base64?: string }
  error?: { code: OnrecordError['code']; message: string }
}

function packed({ body, error, ...rest }: Input): Packed {
  return {
    ...rest,
    ...(body && {
      body:
        typeof body.data === 'string'
          ? { kind: body.kind, data: body.data }
          : { kind: body.kind, base64: Buffer.from(body.data).toString('base64') },
    }),
    ...(error && { error: { code: error.code, message: error.message } }),
  }
}

function unpacked({ body, error, ...rest }: Packed): Input {
  return {
    ...rest,
    ...(body && {
      body: {
        kind: body.kind,
        data: body.base64 === undefined ? body.data! : new Uint8Array(Buffer.from(body.base64, 'base64')),
      },
    }),
    ...(error && { error: new OnrecordError(error.code, error.message) }),
  }
}
