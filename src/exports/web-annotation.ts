/**
 * W3C Web Annotation (Recommendation of 23 February 2017): one annotation a statement, event, commitment and actor, in one
 * AnnotationPage. The target is the article's text, selected by its words with 32 characters around them and by position in code points.
 */
import type { Commitment, Event, Reading, Span, Statement } from '../reading.ts'
import { codePointsOf, firstOf, lastOf } from './code-points.ts'
import { partiesOf } from './dyads.ts'
import { formatOf } from './format.ts'
import { addressOf, urnOf, wikidataOf } from './iri.ts'

/** Code points of prefix and suffix. */
const AROUND = 32

export const webAnnotation = formatOf({
  name: 'web-annotation',
  description: 'W3C Web Annotation: every row with both selectors, as JSON-LD',
  documented: 'https://www.w3.org/TR/annotation-model/',
  file: 'annotations.jsonld',
  about: {
    title: 'W3C Web Annotations',
    format: 'json',
    mediatype: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  },
  head: '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:onrecord:annotations","type":"AnnotationPage","items":[\n',
  between: ',\n',
  tail: '\n]}\n',
  start: () => (reading) => annotationsOf(reading).map((it) => JSON.stringify(it)),
})

interface Body {
  readonly type: string
  readonly purpose: string
  readonly [key: string]: unknown
}

const tag = (value: string | undefined): Body[] =>
  value === undefined ? [] : [{ type: 'TextualBody', purpose: 'tagging', value }]
const describe = (value: string): Body => ({ type: 'TextualBody', purpose: 'describing', format: 'text/plain', value })
const link = (source: string, purpose = 'linking'): Body => ({ type: 'SpecificResource', purpose, source })

/** The annotations of a reading, as plain objects. */
export function annotationsOf(reading: Reading): object[] {
  const target = targetOf(reading)
  const annotation = (row: string, motivation: string, body: readonly Body[], spans: readonly Span[]) => ({
    id: urnOf(reading.id, row),
    type: 'Annotation',
    motivation,
    body,
    target: spans.length === 1 ? target(spans[0]!) : spans.map(target),
  })
  const say = wordsOf(reading)
  const claimed = (statement: string | undefined) =>
    statement === undefined ? [] : [...tag('claim'), link(urnOf(reading.id, statement))]
  return [
    ...reading.actors
      .filter(({ mentions }) => mentions.length > 0)
      .map(({ id, name, kind, country, sector, qid, mentions }, n) =>
        annotation(
          `a${n + 1}`,
          'identifying',
          [
            ...tag(kind),
            ...tag(country),
            ...tag(sector),
            describe(`${name} (${id})`),
            ...(qid ? [link(wikidataOf(qid), 'identifying')] : []),
          ],
          mentions,
        ),
      ),
    ...reading.statements.map((it) =>
      annotation(
        it.id,
        'describing',
        [...tag('statement'), ...tag(it.form), ...tag(it.sourcing), ...tag(it.act), describe(say.statement(it))].concat(
          it.within === undefined ? [] : link(urnOf(reading.id, it.within)),
        ),
        it.content,
      ),
    ),
    ...reading.events.map((it) =>
      annotation(
        it.id,
        'classifying',
        [
          ...[
            ...tag('event'),
            ...tag(it.type),
            ...tag(it.mode),
            ...tag(it.cameo && `CAMEO ${it.cameo}`),
            ...tag(it.factuality),
          ],
          ...claimed(it.statement),
          describe(say.event(it)),
        ],
        it.trigger,
      ),
    ),
    ...reading.commitments.map((it) =>
      annotation(
        it.id,
        'classifying',
        [...tag('commitment'), ...tag(it.kind), ...claimed(it.statement), describe(say.commitment(it))],
        [it.about],
      ),
    ),
  ]
}

/** A span as the part of the article's text that it is; the page that the text was taken from is the scope. */
function targetOf(reading: Reading): (span: Span) => object {
  const { id, text, language } = reading
  const at = codePointsOf(text)
  const source = { id: urnOf(id), type: 'Text', format: 'text/plain', ...(language !== 'und' && { language }) }
  const scope = addressOf(reading)
  return ({ start, end }) => ({
    type: 'SpecificResource',
    source,
    ...(scope && { scope }),
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: lastOf(text.slice(0, start), AROUND),
        suffix: firstOf(text.slice(end), AROUND),
      },
      { type: 'TextPositionSelector', start: at(start), end: at(end) },
    ],
  })
}

/** A row in words, for people who hover over an annotation. */
function wordsOf(reading: Reading) {
  const partyOf = partiesOf(reading)
  const names = (mentions: Event['source']) =>
    mentions.map((it) => [partyOf(it).name, it.country, it.sector].filter(Boolean).join(', ')).join(' and ') ||
    'nobody named'
  return {
    statement: ({ source, form, sourcing }: Statement) =>
      `Said by ${source ? names([source]) : 'nobody named'}; ${form}; source: ${sourcing}.`,
    event: ({ source, target, type, factuality, statement }: Event) =>
      `${names(source)} ${type} ${names(target)}; ${factuality}${statement ? ', as a claim' : ''}.`,
    commitment: ({ kind, source, target, history }: Commitment) =>
      `${kind} by ${names(source)} to ${names(target)}; ${history.at(-1)?.status ?? 'open'}.`,
  }
}
