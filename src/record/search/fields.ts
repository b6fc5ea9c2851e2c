/** What a query may ask beside words: its fields as data, for the parser, the help and the docs. */

/**
 * How a field is matched:
 * name: the words of somebody's name, side by side, or the id of an actor, or a country;
 * code: one of the values of a column, in any case;
 * country: a country by ISO 3166-1 alpha-3 or by name;
 * outlet: words of the outlet's name, side by side;
 * from, until: a day, month or year, as bound.
 */
export type Matching = 'name' | 'code' | 'country' | 'outlet' | 'from' | 'until'

export interface Field {
  readonly matching: Matching
  readonly meaning: string
  /** The only values there are, where the list is closed. */
  readonly values?: readonly string[]
}

export const kinds = ['statement', 'event', 'commitment', 'text'] as const
export type Kind = (typeof kinds)[number]

export const fields = {
  kind: { matching: 'code', meaning: 'statement, event, commitment, or text: any sentence.', values: kinds },
  speaker: { matching: 'name', meaning: 'Who says it; of events and commitments, who says so.' },
  source: { matching: 'name', meaning: 'Who does it (events), who is committed (commitments).' },
  target: { matching: 'name', meaning: 'To whom (events, commitments).' },
  about: { matching: 'name', meaning: 'Whom it names beside its speaker and its source.' },
  country: { matching: 'country', meaning: 'Country of who speaks or acts.' },
  sector: { matching: 'code', meaning: 'PLOVER sector of who speaks or acts: GOV, MIL, REB, …' },
  sourcing: {
    matching: 'code',
    meaning: 'On whose word a statement is.',
    values: ['named', 'office', 'unnamed', 'document', 'outlet', 'crowd', 'none'],
  },
  form: { matching: 'code', meaning: 'How a statement is given.', values: ['direct', 'indirect', 'mixed'] },
  act: { matching: 'code', meaning: 'Speech act of a statement: say, deny, accuse, warn, …' },
  type: { matching: 'code', meaning: 'PLOVER type of an event, or kind of a commitment: threat, offer, …' },
  outlet: { matching: 'outlet', meaning: 'Who published it.' },
  after: { matching: 'from', meaning: 'Published on or after this year, month or day.' },
  before: { matching: 'until', meaning: 'Published before this year, month or day.' },
} as const satisfies Record<string, Field>
export type FieldName = keyof typeof fields

export const fieldNames = Object.keys(fields) as FieldName[]
