/**
 * The shape of what is read from one article: the one contract between the rooms, and with the world.
 *
 * Every span counts UTF-16 code units (JavaScript string indices), end exclusive, into {@link Reading.text}:
 * `text.slice(start, end)` is what the row was read from. Zod schemas are the source; the TypeScript types and
 * `docs/reading.schema.json` are derived from them, so that the descriptions below reach users of R and Python too.
 */
import { z } from 'zod'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}/)

export const Span = z
  .object({
    start: z.number().int().nonnegative().describe('First UTF-16 code unit, counted from 0.'),
    end: z.number().int().nonnegative().describe('One past the last UTF-16 code unit.'),
  })
  .describe('[start, end) in UTF-16 code units into Reading.text.')
export type Span = z.infer<typeof Span>

export const Mention = Span.extend({
  actor: z.string().optional().describe('Id in Reading.actors; absent when the mention is not resolved.'),
  country: z.string().length(3).optional().describe('ISO 3166-1 alpha-3; IGO or INT-like codes are never put here.'),
  sector: z.string().optional().describe('PLOVER sector code (PLOVER manual, "Sectors"), such as GOV, MIL, REB.'),
}).describe('A place in the text that names somebody, with what is known of them.')
export type Mention = z.infer<typeof Mention>

export const ActorKind = z.enum(['person', 'state', 'organisation', 'group', 'unnamed'])
export type ActorKind = z.infer<typeof ActorKind>

export const Actor = z.object({
  id: z
    .string()
    .describe('Stable across articles for actors of the registry; "x-…" for those known from this text only.'),
  name: z.string(),
  kind: ActorKind,
  country: z.string().length(3).optional().describe('ISO 3166-1 alpha-3.'),
  sector: z.string().optional().describe('PLOVER sector code.'),
  qid: z
    .string()
    .regex(/^Q\d+$/)
    .optional()
    .describe('Wikidata item.'),
  mentions: z.array(Span).describe('Every place that names the actor, in text order.'),
})
export type Actor = z.infer<typeof Actor>

export const Sourcing = z.enum(['named', 'office', 'unnamed', 'document', 'outlet', 'crowd', 'none'])
export type Sourcing = z.infer<typeof Sourcing>

export const Form = z.enum(['direct', 'indirect', 'mixed'])
export type Form = z.infer<typeof Form>

export const Polarity = z.enum(['denied', 'unsaid'])
export type Polarity = z.infer<typeof Polarity>

export const Statement = z
  .object({
    id: z.string().describe('Unique within the reading: s1, s2, … in text order.'),
    source: Mention.nullable().describe('Who said it; null when the text names nobody.'),
    cue: Span.nullable().describe('The words that report it ("said", "according to"); null for a bare quotation.'),
    content: z
      .array(Span)
      .min(1)
      .describe('What was said, without the outer quotation marks; several fragments when split.'),
    form: Form.describe('direct: all of it quoted; indirect: none of it; mixed: some words quoted.'),
    act: z.string().describe('Kind of speech act: say, claim, deny, accuse, warn, promise, demand, …'),
    sourcing: Sourcing.describe(
      'On whose word: a named person, an office, unnamed people, a document, an outlet, a crowd, nobody.',
    ),
    polarity: Polarity.optional().describe(
      'denied: the speaker speaks against the content (denied, rejected, does not believe); unsaid: the text says that it was not said (declined to say, did not say that); absent: it was said.',
    ),
    within: z.string().optional().describe('Id of the statement this one is reported in: on whose word it stands.'),
    via: Mention.optional().describe(
      'The outlet that it was said to and is quoted from, "told Reuters", or whose report cites the source.',
    ),
    venue: Span.optional().describe('Where it was said: "in an interview with …".'),
    confidence: z.number().min(0).max(1),
    rule: z.string().optional().describe('Id of the rule that read it, as in lexicon/statements.'),
  })
  .describe('Somebody says something.')
export type Statement = z.infer<typeof Statement>

export const Factuality = z.enum(['asserted', 'future', 'hypothetical', 'negated', 'historical'])
export type Factuality = z.infer<typeof Factuality>

export const Place = Span.extend({
  country: z.string().length(3).optional().describe('ISO 3166-1 alpha-3.'),
}).describe('Where it happened: a name of a place, with its country where that is known.')
export type Place = z.infer<typeof Place>

export const Event = z
  .object({
    id: z.string().describe('Unique within the reading: e1, e2, … in text order.'),
    type: z
      .string()
      .describe("PLOVER event type, one of the present manual's sixteen; or a type of a user's ontology."),
    mode: z.string().optional().describe('PLOVER mode, for types that have modes.'),
    contexts: z.array(z.string()).describe('PLOVER contexts: of the code, of the sentence, and of the article.'),
    cameo: z
      .string()
      .regex(/^\d{2,4}$/)
      .optional()
      .describe(
        "CAMEO code as text, so that leading zeros live; absent where a user's ontology has none for the type.",
      ),
    goldstein: z.number().min(-10).max(10).describe('Goldstein scale of the code, -10 (conflict) to 10 (cooperation).'),
    quad: z
      .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
      .describe('1 verbal, 2 material cooperation; 3 verbal, 4 material conflict.'),
    source: z.array(Mention).describe('Who did it; in a meeting or a fight between two, both.'),
    target: z.array(Mention).describe('To whom; the same as `source` where each did it to the other.'),
    trigger: z.array(Span).min(1).describe('The words that tell the deed.'),
    factuality: Factuality.describe('Whether the text tells it as done, to come, supposed, denied or long past.'),
    statement: z
      .string()
      .optional()
      .describe('Id of the statement whose content holds the event: a claim, not a fact.'),
    date: isoDate.optional().describe('ISO 8601 day of the event, where its clause names one.'),
    place: Place.optional(),
    primary: z.boolean().describe("Whether it is its sentence's main event."),
    confidence: z.number().min(0).max(1),
    rule: z
      .string()
      .describe(
        'Id of the pattern that read it, as in lexicon/events; "weighed.…" where the weights of models/events did.',
      ),
  })
  .describe('Somebody does something to somebody.')
export type Event = z.infer<typeof Event>

export const CommitmentKind = z.enum([
  'offer',
  'promise',
  'threat',
  'red-line',
  'demand',
  'ultimatum',
  'refusal',
  'agreement',
])
export type CommitmentKind = z.infer<typeof CommitmentKind>

export const Strength = z.enum(['final', 'firm', 'tentative', 'leaked'])
export type Strength = z.infer<typeof Strength>

export const Status = z.enum([
  'open',
  'accepted',
  'rejected',
  'kept',
  'broken',
  'carried-out',
  'withdrawn',
  'renewed',
  'lapsed',
  'superseded',
  'not-yet',
  'condition-met',
])
export type Status = z.infer<typeof Status>

export const HistoryStep = z.object({
  status: Status,
  date: isoDate.optional().describe('ISO 8601 day on which the text says so.'),
  evidence: Span,
  statement: z.string().optional().describe('Id of the statement that says so: on whose word.'),
  rule: z
    .string()
    .optional()
    .describe('Id of the rule that read it, as in lexicon/commitments; absent for a first report.'),
})
export type HistoryStep = z.infer<typeof HistoryStep>

export const Commitment = z
  .object({
    id: z.string().describe('Unique within the reading: c1, c2, … in text order.'),
    kind: CommitmentKind,
    source: z.array(Mention).describe('Who is committed.'),
    target: z.array(Mention).describe('To whom.'),
    about: Span.describe('What is offered, promised, threatened or demanded.'),
    condition: Span.optional().describe('"if …", "unless …", "once …".'),
    deadline: Span.extend({ date: isoDate.optional().describe('The day it resolves to.') }).optional(),
    strength: Strength.optional().describe(
      'How strongly it is made, where words beside it say so; leaked: it stands in a leaked paper.',
    ),
    history: z.array(HistoryStep).describe('What became of it, in text order.'),
    statement: z.string().optional().describe('Id of the statement it stands in or is made by.'),
    event: z.string().optional().describe('Id of the event that tells it.'),
    confidence: z.number().min(0).max(1),
    rule: z.string().optional().describe('Id of the rule that read it, as in lexicon/commitments.'),
  })
  .describe('Somebody offers, promises, threatens or demands something.')
export type Commitment = z.infer<typeof Commitment>

export const Warning = z
  .object({
    code: z.string().regex(/^W_[A-Z0-9_]+$/),
    message: z.string(),
    span: Span.optional(),
  })
  .describe('Something the reader should know; the reading stands.')
export type Warning = z.infer<typeof Warning>

export const ReadingError = z
  .object({
    code: z.string().regex(/^E_[A-Z0-9_]+$/),
    message: z.string().describe('Where it went wrong and what to do.'),
  })
  .describe('Why the input could not be read; the reading is empty.')
export type ReadingError = z.infer<typeof ReadingError>

export const Reading = z
  .object({
    id: z.string().describe('Given with the input, or the sha-256 of the normalised text (NFC, white space folded).'),
    source: z.object({
      uri: z.string().optional().describe('File path as given, or address.'),
      outlet: z.string().optional(),
      format: z.string().describe('What it came as: text, html, warc, nexis, csv …, as --from takes them.'),
      retrieved: z.string().optional().describe('ISO 8601 instant.'),
    }),
    title: z.string().optional(),
    byline: z.string().optional(),
    published: isoDate.optional().describe('ISO 8601 day or instant.'),
    language: z.string().describe('BCP 47; "und" when it cannot be told.'),
    text: z.string().describe('Body paragraphs with a blank line between.'),
    captions: z.array(z.string()),
    sentences: z.array(Span),
    actors: z.array(Actor),
    statements: z.array(Statement),
    events: z.array(Event),
    commitments: z.array(Commitment),
    warnings: z.array(Warning),
    errors: z.array(ReadingError).optional().describe('Present only when the input could not be read.'),
  })
  .describe('What onrecord read from one article.')
export type Reading = z.infer<typeof Reading>

/** The JSON Schema (draft 2020-12) of a {@link Reading}, as published in `docs/reading.schema.json`. */
export function readingJsonSchema(): object {
  return { $id: 'reading.schema.json', title: 'Reading', ...z.toJSONSchema(Reading, { target: 'draft-2020-12' }) }
}
