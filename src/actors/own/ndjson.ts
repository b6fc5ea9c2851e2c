/**
 * Actors as one JSON object a line: FollowTheMoney entities (followthemoney.tech, as OpenSanctions publishes them), or onrecord's own
 * entries, as `onrecord actors import` and `add` write them.
 */
import { z } from 'zod'
import { countryOfCode, type Entry, type Item, ownId, sectorOfCode } from './entry.ts'

const Own = z.object({
  id: z.string().min(1).optional(),
  name: z.string().min(1),
  names: z.array(z.string()).default([]),
  kind: z.enum(['person', 'state', 'organisation', 'group', 'agent']).default('organisation'),
  country: z.string().length(3).optional(),
  sector: z.string().length(3).optional(),
  offices: z
    .array(
      z.object({
        sector: z.string().optional(),
        country: z.string().nullable().optional(),
        title: z.string().default(''),
        from: z.string().default(''),
        to: z.string().default(''),
      }),
    )
    .optional(),
  qid: z
    .string()
    .regex(/^Q[1-9]\d*$/)
    .optional(),
})

const Entity = z.object({
  id: z.string().min(1),
  schema: z.string(),
  caption: z.string().optional(),
  properties: z.record(z.string(), z.array(z.unknown())),
})

/** FollowTheMoney's schemata of actors; the others (addresses, ownerships) are passed over. */
const kinds: Record<string, Entry['kind']> = {
  Person: 'person',
  Company: 'organisation',
  Organization: 'organisation',
  PublicBody: 'organisation',
  LegalEntity: 'organisation',
}

/** Topics of OpenSanctions that tell a sector. */
const topics: [RegExp, string][] = [
  [/^(?:role\.pep|gov)/, 'GOV'],
  [/^(?:role\.judge|gov\.judicial)/, 'JUD'],
  [/^mil$/, 'MIL'],
  [/^(?:pol\.party)/, 'PTY'],
  [/^(?:crime\.terror)/, 'REB'],
  [/^crime/, 'CRM'],
  [/^(?:role\.journo|media)/, 'JRN'],
  [/^(?:role\.act|ngo)/, 'SOC'],
  [/^(?:role\.spy|gov\.security)/, 'SPY'],
  [/^(?:fin|corp)/, 'BUS'],
]

export function ndjsonReader(): { read(line: string, number: number): Item[]; end(): Item[] } {
  return {
    read(raw, number) {
      if (raw.trim() === '') return []
      let value: unknown
      try {
        value = JSON.parse(raw.replace(/^\uFEFF/, ''))
      } catch (error) {
        return [{ fault: { line: number, reason: `it is no JSON (${(error as Error).message})` } }]
      }
      const isEntity = typeof value === 'object' && value !== null && 'schema' in value
      const item = isEntity ? entityItem(value, number) : ownItem(value, number)
      return item ? [item] : []
    },
    end: () => [],
  }
}

/** Why a line is no entry; undefined where it is one. */
export function faultIn(line: string): string | undefined {
  const item = ownItem(JSON.parse(line), 1)
  return 'fault' in item ? item.fault.reason : undefined
}

const issueOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')

function ownItem(value: unknown, line: number): Item {
  const { data, error } = Own.safeParse(value)
  if (!data) return { fault: { line, reason: issueOf(error) } }
  if (data.country && !countryOfCode(data.country))
    return { fault: { line, reason: `"${data.country}" is no country code` } }
  if (data.sector && !sectorOfCode(data.sector))
    return { fault: { line, reason: `"${data.sector}" is no PLOVER sector` } }
  const wrong = data.offices?.find(({ from, to }) => from !== '' && to !== '' && from > to)
  if (wrong) return { fault: { line, reason: `it ends (${wrong.to}) before it begins (${wrong.from})` } }
  return { entry: { ...(data as Omit<Entry, 'id'>), id: data.id ?? ownId(data.name), line } }
}

function entityItem(value: unknown, line: number): Item | null {
  const { data, error } = Entity.safeParse(value)
  if (!data) return { fault: { line, reason: issueOf(error) } }
  const kind = kinds[data.schema]
  if (!kind) return null
  const all = (...names: string[]) =>
    names
      .flatMap((name) => data.properties[name] ?? [])
      .filter((it): it is string => typeof it === 'string' && it !== '')
  const forms = [
    ...new Set([...(data.caption ? [data.caption] : []), ...all('name', 'alias', 'previousName', 'abbreviation')]),
  ]
  const [name, ...names] = forms.filter((form) => /\p{Script=Latin}/u.test(form))
  if (name === undefined) return { fault: { line, reason: 'it has no name in Latin letters' } }
  const country = all('country', 'nationality', 'citizenship', 'jurisdiction')
    .map(countryOfCode)
    .find((it) => it !== undefined)
  const told = all('topics')
  const sector =
    topics.find(([topic]) => told.some((it) => topic.test(it)))?.[1] ??
    (data.schema === 'PublicBody' ? 'GOV' : data.schema === 'Company' ? 'BUS' : undefined)
  const qid = [...all('wikidataId'), data.id].find((it) => /^Q[1-9]\d*$/.test(it))
  return {
    entry: {
      id: data.id,
      name,
      names,
      kind,
      ...(country && { country }),
      ...(sector && { sector }),
      ...(qid && { qid }),
      line,
    },
  }
}
