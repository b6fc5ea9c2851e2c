/** Statements or events, narrowed field by field. */
import { List } from '../list.tsx'
import { Choice, Words } from '../parts.tsx'
import { go, queryOf, withQuery } from '../router.ts'
import { quadWords } from '../words.ts'

const codes = (...all: string[]) => all.map((it) => [it, it] as const)

/** PLOVER event types, as in the present manual. */
const TYPES = codes(
  ...[
    'AGREE',
    'CONSULT',
    'SUPPORT',
    'CONCEDE',
    'COOPERATE',
    'AID',
    'RETREAT',
    'REQUEST',
    'ACCUSE',
    'REJECT',
    'THREATEN',
    'PROTEST',
  ],
  ...['SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'],
)

type Field = {
  name: string
  label: string
  options?: readonly (readonly [string, string])[]
  type?: 'text' | 'date' | 'month'
}
const whenWhere: Field[] = [
  { name: 'outlet', label: 'Outlet' },
  { name: 'since', label: 'From', type: 'date' },
  { name: 'until', label: 'To', type: 'date' },
]
const fields: Record<string, Field[]> = {
  statements: [
    { name: 'q', label: 'Words' },
    { name: 'speaker', label: 'Actor or country' },
    { name: 'about', label: 'About (actor)' },
    {
      name: 'sourcing',
      label: 'On whose word',
      options: codes('named', 'office', 'unnamed', 'document', 'outlet', 'crowd', 'none'),
    },
    { name: 'form', label: 'Form', options: codes('direct', 'indirect', 'mixed') },
    ...whenWhere,
  ],
  events: [
    { name: 'q', label: 'Words' },
    { name: 'source', label: 'Who' },
    { name: 'target', label: 'To whom' },
    { name: 'type', label: 'Type', options: TYPES },
    { name: 'quad', label: 'Class', options: Object.entries(quadWords) },
    {
      name: 'factuality',
      label: 'Told as',
      options: codes('asserted', 'future', 'hypothetical', 'negated', 'historical'),
    },
    {
      name: 'claim',
      label: 'On whose word',
      options: [
        ['false', 'the article’s own'],
        ['true', 'somebody’s claim'],
      ],
    },
    { name: 'month', label: 'Month', type: 'month' },
    ...whenWhere,
  ],
}

export function Browse({ url, id: name }: { url: URL; id: string }) {
  const query = queryOf(url)
  const own = fields[name]
  if (!own) return <p class="empty">There is no list {name}. There are statements and events.</p>
  const set = (field: string) => (value: string) =>
    go(withQuery(`/browse/${name}`, { ...query, [field]: value }), { replace: true })
  return (
    <section class="page">
      <h1>{name === 'statements' ? 'Statements' : 'Events'}</h1>
      <form class="narrow" aria-label="Narrow" onSubmit={(event) => event.preventDefault()}>
        {own.map(({ name: field, label, options, type }) =>
          options ? (
            <Choice key={field} label={label} value={query[field] ?? ''} options={options} onChange={set(field)} />
          ) : (
            <Words key={field} label={label} value={query[field] ?? ''} onChange={set(field)} type={type} />
          ),
        )}
      </form>
      <List
        name={name}
        query={query}
        one={name.slice(0, -1)}
        empty="Nothing on record has all of this. Take a field away."
      />
    </section>
  )
}
