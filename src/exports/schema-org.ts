/**
 * schema.org as JSON-LD: a direct statement is a Quotation (its words are verbatim), an indirect or mixed one a Claim (its words
 * are the article's), each with the NewsArticle it appears in. Nothing here says that what was said is so.
 */
import type { Claim, GovernmentOrganization, NewsArticle, Organization, Person, Quotation } from 'schema-dts'
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
  const article: NewsArticle = {
    '@type': 'NewsArticle',
    '@id': url ?? urnOf(id),
    identifier: id,
    ...(title && { headline: title }),
    ...(url && { url }),
    ...(published && { datePublished: published }),
    ...(language !== 'und' && { inLanguage: language }),
    ...(source.outlet && { publisher: { '@type': 'Organization', name: source.outlet } }),
  }
  return [article, ...reading.statements.map((it) => statementNode(reading, it, url ?? urnOf(id)))]
}

function statementNode({ id, text, actors }: Reading, statement: Statement, article: string): Quotation | Claim {
  const { form, content, source, within } = statement
  const speaker = source && actors.find((it) => it.id === source.actor)
  const agent = speaker && agentOf(speaker)
  const common = {
    '@id': urnOf(id, statement.id),
    text: content.map(({ start, end }) => text.slice(start, end)).join(' … '),
    ...(agent && { creator: agent }),
    // The words of the article for a source that is no known person or body ("two officials").
    ...(source && !agent && { creditText: text.slice(source.start, source.end) }),
    keywords: [statement.act, form, statement.sourcing],
  }
  const outer = within && { isPartOf: { '@id': urnOf(id, within) } }
  if (form !== 'direct') return { '@type': 'Claim', ...common, appearance: { '@id': article }, ...outer }
  return {
    '@type': 'Quotation',
    ...common,
    ...(agent && { spokenByCharacter: agent }),
    ...(outer ?? { isPartOf: { '@id': article } }),
  }
}

/** A person or body in schema.org; people without a name are neither. */
function agentOf({ name, kind, qid }: Actor): Person | Organization | GovernmentOrganization | undefined {
  const known = { name, ...(qid && { sameAs: wikidataOf(qid) }) }
  if (kind === 'unnamed') return undefined
  if (kind === 'person') return { '@type': 'Person', ...known }
  return kind === 'state' ? { '@type': 'GovernmentOrganization', ...known } : { '@type': 'Organization', ...known }
}
