/**
 * The ONNX runtime: onnxruntime-node, one thread a session (many threads are many workers); where its binary does not load,
 * onnxruntime-web (WebAssembly, some three times slower), if it is installed.
 */
import { readFileSync } from 'node:fs'
import { OnrecordError } from '../errors.ts'

export interface Tensor {
  data: unknown
}
interface Numbers {
  int32: Int32Array
  uint8: Uint8Array
  float32: Float32Array
}
export type TensorMaker = <Type extends keyof Numbers>(
  type: Type,
  data: Numbers[Type],
  dims: readonly number[],
) => Tensor
export interface Session {
  run(feeds: Record<string, Tensor>, fetches: readonly string[]): Promise<Record<string, Tensor>>
}
export interface Runtime {
  name: 'native' | 'wasm'
  open(file: string): Promise<Session>
  tensor: TensorMaker
}

/** What both packages have in common, as far as it is used here. */
interface Ort {
  Tensor: new (type: string, data: Numbers[keyof Numbers], dims: readonly number[]) => Tensor
  InferenceSession: { create(model: string | Uint8Array, options: object): Promise<Session> }
  env: { wasm?: { numThreads?: number } }
}

const OPTIONS = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  // Errors only: the runtime's warnings are for those who build models.
  logSeverityLevel: 3,
  // A thread that spins while it waits takes time from its neighbours.
  extra: { session: { intra_op: { allow_spinning: '0' } } },
}

/** Says why no runtime could be had. */
const unavailable = (cause: unknown): OnrecordError =>
  new OnrecordError(
    'E_RUNTIME',
    `No ONNX runtime for ${process.platform} ${process.arch}: onnxruntime-node did not load. Run: npm install onnxruntime-web`,
    { cause },
  )

async function native(): Promise<Runtime> {
  const ort = (await import('onnxruntime-node')) as unknown as Ort
  return {
    name: 'native',
    open: (file) => ort.InferenceSession.create(file, OPTIONS),
    tensor: (type, data, dims) => new ort.Tensor(type, data, dims),
  }
}

async function wasm(): Promise<Runtime> {
  // Named by a variable: the package is not one of ours, and the compiler must not look for it.
  const name = 'onnxruntime-web'
  const ort = (await import(name)) as Ort
  if (ort.env.wasm) ort.env.wasm.numThreads = 1
  return {
    name: 'wasm',
    open: (file) =>
      ort.InferenceSession.create(readFileSync(file), { graphOptimizationLevel: 'all', logSeverityLevel: 3 }),
    tensor: (type, data, dims) => new ort.Tensor(type, data, dims),
  }
}

/** The runtime of this machine; `ONRECORD_RUNTIME=wasm` takes WebAssembly even where the native one would load. */
export async function runtime(wanted = process.env.ONRECORD_RUNTIME): Promise<Runtime> {
  try {
    if (wanted !== 'wasm') return await native()
  } catch (cause) {
    return wasm().catch(() => {
      throw unavailable(cause)
    })
  }
  return wasm().catch((cause) => {
    throw unavailable(cause)
  })
}
