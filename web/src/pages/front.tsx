/** The front page: what the record holds, and its newest articles. */
import { type Page, useAnswer } from '../api.ts'
import { useRowKeys } from '../keys.tsx'
import { When } from '../parts.tsx'
import { withQuery } from '../router.ts'
import { articlePath, counted, dayWords, numberWords } from '../words.ts'

interface Status {
  rows: Record<string, number>
  from: string | null
  to: string | null
  outlets: { name: string | null; count: number }[]
}
interface Article {
  id: string
  title: string | null
  outlet: string | null
  published: string | null
  statements: number
  events: number
  commitments: number
}

export function Front({ url }: { url: URL }) {
  const status = useAnswer<Status>('/api/status')
  const outlet = url.searchParams.get('outlet') ?? undefined
  const articles = useAnswer<Page<Article>>(withQuery('/api/documents', { limit: 100, outlet }))
  useRowKeys()
  return (
    <section class="page front">
      <h1 class="visually-hidden">The record</h1>
      <When answer={status}>
        {({ rows, from, to, outlets }) => (
          <>
            <p class="lede">
              {counted(rows.documents ?? 0, 'article')}
              {from && to ? ` from ${dayWords(from)} to ${dayWords(to)}` : ''}: who said what, who did what to whom, and
              what was promised.
            </p>
            <ul class="figures">
              <Figure to="/browse/statements" n={rows.statements} words="statements" />
              <Figure to="/browse/events" n={rows.events} words="events" />
              <Figure to="/ledger" n={rows.commitments} words="commitments" />
            </ul>
            {outlets.length > 1 && (
              <p class="outlets">
                {outlet && <a href="/">all outlets</a>}
                {outlets
                  .filter(({ name }) => name !== null)
                  .map(({ name, count }) => (
                    <a
                      key={name}
                      href={withQuery('/', { outlet: name! })}
                      aria-current={name === outlet ? 'true' : undefined}
                    >
                      {name} <span class="number">{numberWords(count)}</span>
                    </a>
                  ))}
              </p>
            )}
          </>
        )}
      </When>
      <When answer={articles}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p class="empty">
              There is nothing on record yet. Add articles: <code>onrecord add FOLDER</code>. They appear here as they
              are read.
            </p>
          ) : (
            <>
              <ol class="articles">
                {rows.map((it) => (
                  <li key={it.id}>
                    <p class="row-source">
                      {it.published && <time dateTime={it.published}>{dayWords(it.published)}</time>}
                      {it.outlet && <span>{it.outlet}</span>}
                    </p>
                    <h2>
                      <a href={articlePath(it.id)} data-row-link>
                        {it.title ?? it.id}
                      </a>
                    </h2>
                    <p class="row-how">
                      {counted(it.statements, 'statement')} · {counted(it.events, 'event')} ·{' '}
                      {counted(it.commitments, 'commitment')}
                    </p>
                  </li>
                ))}
              </ol>
              {total > rows.length && (
                <p class="empty">
                  The newest {rows.length} of {numberWords(total)}. Press <kbd>/</kbd> to search the rest.
                </p>
              )}
            </>
          )
        }
      </When>
    </section>
  )
}

function Figure({ to, n, words }: { to: string; n: number | undefined; words: string }) {
  return (
    <li>
      <a href={to}>
        <strong class="number">{numberWords(n ?? 0)}</strong> {words}
      </a>
    </li>
  )
}
