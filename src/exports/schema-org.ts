/**
 * schema.org as JSON-LD: a direct statement is a Quotation (its words are verbatim), an indirect or mixed one a Claim (its words
 * are the article's), each with the NewsArticle it appears in. Nothing here says that what was said is so.
 */
import type { Actor, Reading, Statement } from '../reading.ts'
import { formatOf } from './format.ts'
import { addressOf, urnOf, wikidataOf } from './iri.ts'

export const schemaOrg = formatOf({
  name: 'schema-org',
  description: 'schema.org Quotation and Claim with their NewsArticle, as JSON-LD',
  documented: 'https://schema.org/Claim',
  file: 'claims.jsonld',
  about: { title: 'Quotations and claims in schema.org', format: 'json', mediatype: 'application/ld+json' },
  head: '{"@context":"https://schema.org","@graph":[\n',
  between: ',\n',
  tail: '\n]}\n',
  start: () => (reading) =>
    reading.statements.length === 0 ? [] : nodesOf(reading).map((node) => JSON.stringify(node)),
})

/** The article, then what is said in it. */
export function nodesOf(reading: Reading): object[] {
  const { id, title, published, language, source } = reading
  const url = addressOf(reading)
  const article = {
    '@type': 'NewsArticle',
    '@id': url ?? urnOf(id),
    identifier: id,
    ...(title && { headline: title }),
    ...(url && { url }),
    ...(published && { datePublished: published }),
    ...(language !== 'und' && { inLanguage: language }),
    ...(source.outlet && { publisher: { '@type': 'Organization', name: source.outlet } }),
  }
  return [article, ...reading.statements.map((it) => statementNode(reading, it, article['@id']))]
}

function statementNode({ id, text, actors }: Reading, statement: Statement, article: string): object {
  const { form, content, source, within } = statement
  const speaker = source && actors.find((it) => it.id === source.actor)
  const agent = speaker && agentOf(speaker)
  const quotation = form === 'direct'
  return {
    '@type': quotation ? 'Quotation' : 'Claim',
    '@id': urnOf(id, statement.id),
    text: content.map(({ start, end }) => text.slice(start, end)).join(' … '),
    ...(agent && { creator: agent, ...(quotation && { spokenByCharacter: agent }) }),
    // The words of the article for a source that is no known person or body ("two officials").
    ...(source && !agent && { creditText: text.slice(source.start, source.end) }),
    ...(!quotation && { appearance: { '@id': article } }),
    ...((quotation || within) && { isPartOf: { '@id': within ? urnOf(id, within) : article } }),
    keywords: [statement.act, form, statement.sourcing],
  }
}

/** A person or body in schema.org; people without a name are neither. */
function agentOf({ name, kind, qid }: Actor): object | undefined {
  if (kind === 'unnamed') return undefined
  const type = kind === 'person' ? 'Person' : kind === 'state' ? 'GovernmentOrganization' : 'Organization'
  return { '@type': type, name, ...(qid && { sameAs: wikidataOf(qid) }) }
}
