/**
 * FollowTheMoney entities, one a line, as Aleph and OpenSanctions take them: articles, the people and bodies they name, what those
 * said (Note) and the events they took part in. An actor with a Wikidata item has its id, so that it meets other data sets.
 */
import { createHash } from 'node:crypto'
import type { Actor, Event, Mention, Reading, Statement } from '../reading.ts'
import { ftmCountryOf, sectorNameOf } from './codes.ts'
import { dayOf, eventsOf, partiesOf } from './dyads.ts'
import { type ExportOptions, formatOf } from './format.ts'
import { addressOf } from './iri.ts'

export interface Entity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

export const followTheMoney = formatOf({
  name: 'ftm',
  description: 'FollowTheMoney: articles, actors, mentions, statements and events as entities, one a line of JSON',
  documented: 'https://followthemoney.tech/',
  factsOnly: true,
  file: 'entities.ftm.json',
  about: { title: 'FollowTheMoney entities', format: 'ndjson', mediatype: 'application/x-ndjson' },
  start(options) {
    // Actors of the registry come up again and again: each is written once, and once more where its country or sector is another.
    const written = new Set<string>()
    return (reading) =>
      entitiesOf(reading, options).flatMap((entity) => {
        const line = `${JSON.stringify(entity)}\n`
        if (!shared.has(entity.schema) || entity.id.includes(':')) return [line]
        if (written.has(line)) return []
        written.add(line)
        return [line]
      })
  },
})

const schemas = { person: 'Person', state: 'PublicBody', organisation: 'Organization', group: 'Organization' } as const
/** What several articles may name. */
const shared: ReadonlySet<string> = new Set(Object.values(schemas))

/** The entities of a reading. People whom the text leaves unnamed are none. */
export function entitiesOf(reading: Reading, options: ExportOptions = {}): Entity[] {
  const { id, title, byline, language, published, text, source } = reading
  const article = `onrecord:${hash(id)}`
  const proof = { proof: [article], sourceUrl: of(addressOf(reading)) }
  const named = reading.actors.filter(({ kind }) => kind !== 'unnamed')
  const idOf = new Map(named.map((actor) => [actor.id, actorId(actor, id)]))
  const involved = (mentions: readonly Mention[]) => [
    ...new Set(mentions.flatMap(({ actor }) => idOf.get(actor ?? '') ?? [])),
  ]
  return [
    entity(article, 'Article', {
      name: of(title ?? id),
      title: of(title),
      author: of(byline),
      publisher: of(source.outlet),
      publishedAt: of(published),
      language: of(language === 'und' ? undefined : language.split('-')[0]),
      sourceUrl: of(addressOf(reading)),
      retrievedAt: of(source.retrieved),
      fileName: of(source.uri ?? id),
      bodyText: of(text),
    }),
    ...named.flatMap((actor) => [
      actorEntity(actor, idOf.get(actor.id)!),
      entity(`${article}:mention:${actor.id}`, 'Mention', {
        document: [article],
        resolved: [idOf.get(actor.id)!],
        name: [actor.name],
        detectedSchema: [schemas[actor.kind as keyof typeof schemas]],
        contextCountry: of(ftmCountryOf(actor.country)),
      }),
    ]),
    ...reading.statements.map((it) => note(it)),
    ...eventsOf(reading, options).map((it) => event(it)),
  ]

  function note({ id: row, source: speaker, content, act, form, sourcing }: Statement): Entity {
    const who = speaker ? partiesOf(reading)(speaker).name : 'nobody named'
    return entity(`${article}:${row}`, 'Note', {
      name: [`${who}: ${act}`],
      description: [content.map(({ start, end }) => text.slice(start, end)).join(' … ')],
      entity: speaker ? involved([speaker]) : [],
      keywords: ['statement', act, form, sourcing],
      ...proof,
    })
  }

  function event(it: Event): Entity {
    const partyOf = partiesOf(reading)
    const names = (mentions: readonly Mention[]) => mentions.map((one) => partyOf(one).name).join(' and ')
    const claim = it.statement === undefined ? [] : ['claim']
    const mark = [...claim, ...(it.factuality === 'asserted' ? [] : [it.factuality])]
    const told = [names(it.source), it.type, names(it.target)].filter(Boolean).join(' ')
    return entity(`${article}:${it.id}`, 'Event', {
      name: [mark.length > 0 ? `${told} (${mark.join(', ')})` : told],
      summary: [it.trigger.map(({ start, end }) => text.slice(start, end)).join(' … ')],
      date: of(dayOf(it, reading)),
      involved: involved([...it.source, ...it.target]),
      location: of(it.place && text.slice(it.place.start, it.place.end)),
      recordId: [`${id}#${it.id}`],
      keywords: [it.type, ...(it.cameo ? [`CAMEO ${it.cameo}`] : []), it.factuality, ...claim],
      ...proof,
    })
  }
}

const actorEntity = ({ kind, name, country, sector, qid }: Actor, id: string): Entity =>
  entity(id, schemas[kind as keyof typeof schemas], {
    name: [name],
    country: of(ftmCountryOf(country)),
    sector: of(sectorNameOf(sector) || undefined),
    wikidataId: of(qid),
  })

/** An actor's id: its Wikidata item, as OpenSanctions has it; else the registry's; for those known from one text only, that text's. */
function actorId({ id, qid }: Actor, document: string): string {
  if (qid) return qid
  return id.startsWith('x-') ? `onrecord:${hash(document)}:${hash(id)}` : `onrecord-${id}`
}

const hash = (text: string): string => createHash('sha1').update(text).digest('hex')
const of = (value: string | undefined): string[] => (value === undefined || value === '' ? [] : [value])

/** An entity without the properties that have no value. */
const entity = (id: string, schema: string, properties: Record<string, readonly string[]>): Entity => ({
  id,
  schema,
  properties: Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0)),
})
