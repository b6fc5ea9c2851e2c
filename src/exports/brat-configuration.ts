/** brat's annotation.conf: the types that our annotations have, so that brat opens the folder. */
import { CommitmentKind, Factuality, Form, Sourcing, Status } from '../reading.ts'

/** @param eventTypes PLOVER's, and those of a user's ontology that were met */
export function bratConfiguration(eventTypes: readonly string[]): string {
  const attribute = (name: string, on: string, values?: readonly string[]) =>
    `${name}\tArg:${on}${values ? `, Value:${values.join('|')}` : ''}`
  return [
    '[entities]',
    ...['Content', 'Source', 'Cue', 'Actor', 'Place', 'Condition', 'Deadline', 'Outcome'],
    '[relations]',
    'SaidBy\tArg1:Content, Arg2:Source',
    'CuedBy\tArg1:Content, Arg2:Cue',
    'Within\tArg1:Content, Arg2:Content',
    'ClaimedIn\tArg1:<EVENT>, Arg2:Content',
    'Became\tArg1:<EVENT>, Arg2:Outcome',
    '[events]',
    ...eventTypes.map((it) => `${it}\tSource*:Actor, Target*:Actor, Place?:Place`),
    ...CommitmentKind.options.map((it) => `${it}\tBy*:Actor, To*:Actor, Condition?:Condition, Deadline?:Deadline`),
    '[attributes]',
    attribute('Form', 'Content', Form.options),
    attribute('Sourcing', 'Content', Sourcing.options),
    attribute('Factuality', '<EVENT>', Factuality.options),
    attribute('Claim', '<EVENT>'),
    attribute('Status', 'Outcome', Status.options),
    '',
  ].join('\n')
}
