import { readTable } from '../lexicon.ts'
import type { Status } from '../reading.ts'
import type { Scene } from '../statements/index.ts'

/** "unfulfilled threats": an outcome stands right before what it tells of… */
const NEAR = 4
/** …or before a list of examples: "unfulfilled threats, including the envoy's vow". */
const FAR = 24
const examples = /^(?:including|like)$/

let outcomes: Map<string, Status> | undefined

/** What the words before token `at` say became of a commitment, with the token that says so. */
export function outcomeBefore({ lower }: Scene, at: number): { status: Status; token: number } | undefined {
  outcomes ??= new Map(
    readTable('commitments/outcomes.tsv', ['id', 'words', 'status']).flatMap((row) =>
      row.words.split('|').map((word) => [word, row.status as Status]),
    ),
  )
  let listed = false
  for (let token = at - 1; token >= Math.max(0, at - FAR); token--) {
    listed ||= examples.test(lower[token]!)
    const status = outcomes.get(lower[token]!)
    if (status && (listed || at - token <= NEAR)) return { status, token }
  }
  return undefined
}
