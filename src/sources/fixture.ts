/** What tests of sources ask. */
import { type Input, openSources, type SourceOptions } from './index.ts'

/** All inputs of some places, in order. */
export async function all(places: string[], options?: SourceOptions): Promise<Input[]> {
  const inputs: Input[] = []
  for await (const input of openSources(places, options)) inputs.push(input)
  return inputs
}

export const textOf = (input: Input | undefined): string => Buffer.from(input?.body?.data ?? '').toString()

/** The codes of their faults. */
export const codes = (inputs: readonly Input[]) => inputs.map((input) => input.error?.code)
