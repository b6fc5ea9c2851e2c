/** Answers of the API, as pages wait for them. */
import { useEffect, useState } from 'preact/hooks'

export interface Fault {
  readonly code: string
  readonly message: string
}

export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'there'; readonly value: T }
  | { readonly state: 'fault'; readonly fault: Fault }

/** Asks the API; throws a `Fault`. */
export async function askApi<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(path, init).catch(() => {
    throw { code: 'E_GONE', message: 'The server does not answer. Is onrecord serve still running?' } satisfies Fault
  })
  const body = await answer.json().catch(() => ({}))
  if (answer.ok) return body as T
  throw (body as { error?: Fault }).error ?? { code: `HTTP ${answer.status}`, message: answer.statusText }
}

/** The answer at an address of the API; what was there stays until the next one comes. */
export function useAnswer<T>(path: string | undefined, again = 0): Answer<T> {
  const [answer, set] = useState<Answer<T> & { path?: string }>({ state: 'waiting' })
  useEffect(() => {
    if (path === undefined) return
    let gone = false
    askApi<T>(path).then(
      (value) => !gone && set({ state: 'there', value, path }),
      (fault: Fault) => !gone && set({ state: 'fault', fault, path }),
    )
    return () => {
      gone = true
    }
  }, [path, again])
  // Of another page nothing may stay: it would be shown under the wrong name.
  const samePage = answer.path?.split('?')[0] === path?.split('?')[0]
  return samePage ? answer : { state: 'waiting' }
}

/** What rows of lists hold. */
export interface Row {
  readonly document: string
  readonly id: string
  readonly title: string | null
  readonly outlet: string | null
  readonly uri: string | null
  readonly published: string | null
  readonly [column: string]: unknown
}

export interface Page<R = Row> {
  readonly total: number
  readonly rows: readonly R[]
  readonly next?: string
  readonly sql: string
  /** The record has changed since; what it gives now is being made. */
  readonly behind?: boolean
}
