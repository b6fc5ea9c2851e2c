/** Errors that tell a user where it went wrong and what to do. Every code is listed in `docs/errors.md`. */

/** Something asked of onrecord that it cannot do; `code` is stable, `message` names the place and the remedy. */
export class OnrecordError extends Error {
  override readonly name = 'OnrecordError'
  readonly code: `E_${string}`

  constructor(code: `E_${string}`, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Any thrown thing as a coded error, so that one bad article never takes its neighbours with it. */
export function coded(error: unknown): OnrecordError {
  if (error instanceof OnrecordError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new OnrecordError('E_INTERNAL', `${message}. This is a fault of onrecord: please report it with the input.`, {
    cause: error,
  })
}
