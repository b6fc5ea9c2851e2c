/** Parameters of a request, checked. */
import { z } from 'zod'
import { OnrecordError } from '../errors.ts'

/**
 * Reads parameters; an empty field of a form asks nothing.
 *
 * @throws OnrecordError E_PARAMETER for one that there is not, or with a value that it cannot have
 */
export function parametersOf<Shape extends z.ZodRawShape>(shape: Shape, given: Readonly<Record<string, string>>) {
  const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const read = z.strictObject(shape).safeParse(asked)
  if (read.success) return read.data
  const [issue] = read.error.issues
  if (issue?.code === 'unrecognized_keys') {
    const known = Object.keys(shape).join(', ')
    throw new OnrecordError('E_PARAMETER', `${issue.keys.join(', ')}: there is no such parameter. There are ${known}.`)
  }
  throw new OnrecordError('E_PARAMETER', `${issue?.path.join('.')}: ${issue?.message}.`)
}
