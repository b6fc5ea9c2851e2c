/** A step of the pipeline: what it needs, what it gives, and the function between. */
import type { Article } from './article/index.ts'
import type { Analysis } from './language/index.ts'
import type { Actor, Commitment, Event, Statement, Warning } from './reading.ts'

/** All that is known of one article while it is read. No step changes what an earlier one provided. */
export interface Draft {
  article: Article
  analysis: Analysis
  actors: Actor[]
  statements: Statement[]
  events: Event[]
  commitments: Commitment[]
}

export type Warn = (warning: Warning) => void

/** A pure function from the fields it requires to the fields it provides. */
export interface Step<In extends keyof Draft, Out extends keyof Draft> {
  readonly name: string
  readonly requires: readonly In[]
  readonly provides: readonly Out[]
  run(given: Readonly<Pick<Draft, In>>, warn: Warn): Pick<Draft, Out> | Promise<Pick<Draft, Out>>
}

/** Checks a step's types where it is written. */
export const step = <In extends keyof Draft, Out extends keyof Draft>(it: Step<In, Out>): Step<In, Out> => it
