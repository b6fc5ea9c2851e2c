/** An actor: names, offices, what they said, did and promised, month by month, and with whom. */
import { useEffect } from 'preact/hooks'
import { useAnswer } from '../api.ts'
import { List } from '../list.tsx'
import { When, Who, Words } from '../parts.tsx'
import { go, queryOf, withQuery } from '../router.ts'
import { Timeline } from '../timeline.tsx'
import { actorPath, numberWords, sourcingWords } from '../words.ts'

interface ActorAnswer {
  id: string
  name: string
  kind: string
  country: string | null
  sector: string | null
  qid: string | null
  documents: number
  said: number
  did: number
  promised: number
  months: { month: string; said: number; did: number; promised: number }[]
  names: { name: string; times: number }[]
  sourcing: { sourcing: string; form: string; times: number }[]
  others: { id: string; name: string; events: number }[]
  offices: { title: string; country?: string | null; from: string; to: string }[]
}

const views = [
  ['said', 'statements', 'speaker', 'Nothing that they said is on record for these days.'],
  ['did', 'events', 'source', 'Nothing that they did is on record for these days.'],
  ['suffered', 'events', 'target', 'Nothing that was done to them is on record for these days.'],
  ['promised', 'commitments', 'source', 'They are committed to nothing on record for these days.'],
  ['was promised', 'commitments', 'target', 'Nothing was promised to them on record for these days.'],
] as const

export function Actor({ url, id }: { url: URL; id: string }) {
  const answer = useAnswer<ActorAnswer>(`/api/actors/${encodeURIComponent(id)}`)
  const { view = 'said', since, until } = queryOf(url)
  const to = (changes: Record<string, string | undefined>) =>
    withQuery(actorPath(id), { view, since, until, ...changes })
  const [, list, field, empty] = views.find(([name]) => name === view) ?? views[0]
  return (
    <When answer={answer}>
      {(actor) => (
        <section class="page">
          <Title name={actor.name} />
          <h1>{actor.name}</h1>
          <p class="row-source">
            <span>{[actor.kind, actor.country, actor.sector].filter(Boolean).join(' · ')}</span>
            <span>{numberWords(actor.documents)} articles</span>
            {actor.qid && (
              <a href={`https://www.wikidata.org/wiki/${actor.qid}`} rel="noreferrer">
                {actor.qid}
              </a>
            )}
            <a href={withQuery('/compare', { actor: actor.id })}>then and now</a>
          </p>
          <div class="profile">
            {actor.offices.length > 0 && (
              <section>
                <h2>Offices</h2>
                <ul>
                  {actor.offices.map((it) => (
                    <li key={`${it.title} ${it.from}`}>
                      {it.title} <span class="number">{`${it.from}–${it.to}`}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <section>
              <h2>Called</h2>
              <p>
                {actor.names
                  .slice(0, 8)
                  .map(({ name, times }) => `${name} (${times})`)
                  .join(', ')}
              </p>
            </section>
            {actor.sourcing.length > 0 && (
              <section>
                <h2>How they are quoted</h2>
                <p>
                  {actor.sourcing.map((it) => `${it.form}, as ${sourcingWords(it.sourcing)} (${it.times})`).join(', ')}
                </p>
              </section>
            )}
            {actor.others.length > 0 && (
              <section>
                <h2>With</h2>
                <p>
                  {actor.others.slice(0, 10).map((it) => (
                    <span key={it.id} class="other">
                      <Who id={it.id} name={it.name} />{' '}
                      <a
                        href={withQuery('/pair', { a: actor.id, b: it.id })}
                        aria-label={`${actor.name} and ${it.name}`}
                      >
                        ({it.events})
                      </a>
                    </span>
                  ))}
                </p>
              </section>
            )}
          </div>
          {actor.months.length > 1 && (
            <Timeline
              months={actor.months}
              domain={monthsBetween(actor.months)}
              from={since?.slice(0, 7)}
              to={until?.slice(0, 7)}
              choose={(first, last) =>
                go(to({ since: first && `${first}-01`, until: last && endOf(last) }), { replace: true })
              }
            />
          )}
          <form class="narrow" aria-label="Days" onSubmit={(event) => event.preventDefault()}>
            <Words
              label="From"
              type="date"
              value={since ?? ''}
              onChange={(it) => go(to({ since: it }), { replace: true })}
            />
            <Words
              label="To"
              type="date"
              value={until ?? ''}
              onChange={(it) => go(to({ until: it }), { replace: true })}
            />
          </form>
          <nav class="tabs" aria-label="What is on record">
            {views.map(([name]) => (
              <a key={name} href={to({ view: name })} aria-current={name === view ? 'page' : undefined}>
                {name}
              </a>
            ))}
          </nav>
          <List name={list} query={{ [field]: actor.id, since, until }} one={list.slice(0, -1)} empty={empty} />
        </section>
      )}
    </When>
  )
}

function Title({ name }: { name: string }) {
  useEffect(() => {
    document.title = `${name} · onrecord`
  }, [name])
  return null
}

/** Every month of the years from the first to the last, so that silence shows. */
export function monthsBetween(months: readonly { month: string }[]): string[] {
  const all = months.map(({ month }) => month).sort()
  const found: string[] = []
  if (all.length === 0) return found
  const last = `${all.at(-1)!.slice(0, 4)}-12`
  for (let month = `${all[0]!.slice(0, 4)}-01`; month <= last; month = next(month)) found.push(month)
  return found
}
function next(month: string): string {
  const [year, n] = month.split('-').map(Number)
  return n === 12 ? `${year! + 1}-01` : `${year}-${String(n! + 1).padStart(2, '0')}`
}
export const endOf = (month: string): string =>
  new Date(Date.parse(`${next(month)}-01`) - 86_400_000).toISOString().slice(0, 10)
