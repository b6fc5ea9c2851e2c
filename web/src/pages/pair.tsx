/** Two parties: what one did to the other, month by month; every bar opens its rows. */
import { useAnswer } from '../api.ts'
import { Chart } from '../chart.tsx'
import { List } from '../list.tsx'
import { Choice, Files, Scrolled, When, Words } from '../parts.tsx'
import { go, queryOf, withQuery } from '../router.ts'
import { monthWords, numberWords } from '../words.ts'
import { monthsBetween } from './actor.tsx'

interface Month {
  month: string
  source: string
  target: string
  events: number
  claims: number
  goldstein: number
  verbal_cooperation: number
  material_cooperation: number
  verbal_conflict: number
  material_conflict: number
  articles: number | null
}
interface PairAnswer {
  a: { id: string; name: string }
  b: { id: string; name: string }
  months: Month[]
  articles: { month: string; articles: number }[]
  sql: string
}

const classes = ['verbal_cooperation', 'material_cooperation', 'verbal_conflict', 'material_conflict'] as const
const colours = ['var(--cooperation-pale)', 'var(--cooperation)', 'var(--conflict-pale)', 'var(--conflict)']

export function Pair({ url }: { url: URL }) {
  const query = queryOf(url)
  const { a = '', b = '' } = query
  const set = (field: string) => (value: string) =>
    go(withQuery('/pair', { ...query, [field]: value }), { replace: true })
  return (
    <section class="page">
      <h1>Pairs</h1>
      <form class="narrow" aria-label="Parties" onSubmit={(event) => event.preventDefault()}>
        <Words label="Actor or country" value={a} onChange={set('a')} />
        <Words label="and" value={b} onChange={set('b')} />
        <Choice
          label="Counts"
          otherwise="as they are"
          value={query.per ?? ''}
          options={[['articles', 'per 100 articles']]}
          onChange={set('per')}
        />
      </form>
      {a && b ? (
        <Shown key={`${a} ${b}`} query={query} />
      ) : (
        <p class="empty">
          Name two parties, by country (<a href="/pair?a=USA&b=RUS">USA and RUS</a>) or by an actor’s id (
          <a href="/pair?a=john-kerry&b=sergei-lavrov">john-kerry and sergei-lavrov</a>).{' '}
          <a href="/actors">Who is on record?</a>
        </p>
      )}
    </section>
  )
}

function Shown({ query }: { query: Record<string, string> }) {
  const { a, b, month, source, per } = query
  const answer = useAnswer<PairAnswer>(withQuery('/api/pairs', { a, b }))
  return (
    <When answer={answer}>
      {(pair) => {
        const names: Record<string, string> = { [pair.a.id]: pair.a.name, [pair.b.id]: pair.b.name }
        const articlesIn = new Map(pair.articles.map((it) => [it.month, it.articles]))
        const share = (month: string) => (per === 'articles' ? 100 / (articlesIn.get(month) ?? 1) : 1)
        const domain = monthsBetween(pair.months)
        if (pair.months.length === 0) {
          return (
            <p class="empty">
              Neither is on record as having done anything to the other. See what{' '}
              <a href={withQuery('/browse/events', { source: a })}>{pair.a.name}</a> and{' '}
              <a href={withQuery('/browse/events', { source: b })}>{pair.b.name}</a> did.
            </p>
          )
        }
        const axis = {
          type: 'band',
          label: null,
          domain,
          tickFormat: (it: string) => (it.endsWith('-01') ? it.slice(0, 4) : ''),
        } as const
        return (
          <>
            {(
              [
                [pair.a.id, pair.b.id],
                [pair.b.id, pair.a.id],
              ] as const
            ).map(([from, to]) => {
              const own = pair.months.filter((it) => it.source === from)
              return (
                <Chart
                  key={from}
                  label={`${names[from]} to ${names[to]}: events told as done, ${per === 'articles' ? 'per 100 articles of the month' : 'a month'}`}
                  depends={`${a} ${b} ${per}`}
                  options={(plot, width) => ({
                    width,
                    height: 170,
                    marginLeft: 40,
                    x: axis,
                    y: {
                      grid: true,
                      label: null,
                      ticks: 4,
                      tickFormat: (n: number) => (Number.isInteger(n) || per === 'articles' ? String(n) : ''),
                    },
                    color: {
                      domain: classes.map((it) => it.replace('_', ' ')),
                      range: colours,
                      legend: from === pair.a.id,
                    },
                    marks: [
                      plot.barY(
                        own.flatMap((it) =>
                          classes.map((name) => ({
                            month: it.month,
                            what: name.replace('_', ' '),
                            n: it[name] * share(it.month),
                          })),
                        ),
                        {
                          x: 'month',
                          y: 'n',
                          fill: 'what',
                          title: (it: { month: string; what: string; n: number }) =>
                            `${monthWords(it.month)}: ${it.what} ${+it.n.toFixed(1)}`,
                          href: (it: Month) => withQuery('/pair', { a, b, per, month: it.month, source: from }),
                        },
                      ),
                      plot.ruleY([0]),
                    ],
                  })}
                />
              )
            })}
            <Chart
              label="Goldstein, mean of the month: 10 cooperation, −10 conflict"
              depends={`${a} ${b}`}
              options={(plot, width) => ({
                width,
                height: 170,
                marginLeft: 40,
                x: axis,
                y: { grid: true, label: null, domain: [-10, 10], ticks: 5 },
                color: {
                  domain: [pair.a.name, pair.b.name],
                  range: ['var(--statement)', 'var(--commitment)'],
                  legend: true,
                },
                symbol: { domain: [pair.a.name, pair.b.name] },
                marks: [
                  plot.ruleY([0]),
                  plot.dot(
                    pair.months.map((it) => ({ ...it, by: names[it.source] })),
                    { x: 'month', y: 'goldstein', stroke: 'by', symbol: 'by', strokeWidth: 2 },
                  ),
                ],
              })}
            />
            <div class="list-head">
              <Files name="pairs" query={{ a, b }} sql={pair.sql} />
            </div>
            <Scrolled label="Months">
              <table>
                <thead>
                  <tr>
                    <th>Month</th>
                    <th>Who</th>
                    <th>To whom</th>
                    <th class="number">Events</th>
                    <th class="number">of them claims</th>
                    <th class="number">Goldstein</th>
                    <th class="number">Articles of the month</th>
                  </tr>
                </thead>
                <tbody>
                  {pair.months.map((it) => (
                    <tr key={`${it.month} ${it.source}`}>
                      <td>
                        <a href={withQuery('/pair', { a, b, per, month: it.month, source: it.source })} data-row-link>
                          {monthWords(it.month)}
                        </a>
                      </td>
                      <td>{names[it.source]}</td>
                      <td>{names[it.target]}</td>
                      <td class="number">{numberWords(it.events)}</td>
                      <td class="number">{numberWords(it.claims)}</td>
                      <td class="number">{it.goldstein.toFixed(1)}</td>
                      <td class="number">{it.articles === null ? '' : numberWords(it.articles)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolled>
            <h2>
              {month
                ? `${names[source ?? ''] ?? pair.a.name} in ${monthWords(month)}`
                : `What ${pair.a.name} did to ${pair.b.name}`}
            </h2>
            <List
              name="events"
              query={{ source: source ?? a, target: source === b ? a : b, month, factuality: 'asserted' }}
              one="event"
              empty="Nothing is on record that way round."
            />
          </>
        )
      }}
    </When>
  )
}
