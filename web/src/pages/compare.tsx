/** Then and now: what one actor said on one subject, the earliest and the latest side by side. */
import type { Row } from '../api.ts'
import { useAnswer } from '../api.ts'
import { Files, When, Words } from '../parts.tsx'
import { go, queryOf, withQuery } from '../router.ts'
import { RowLine } from '../rows.tsx'
import { counted } from '../words.ts'

export function ThenAndNow({ url }: { url: URL }) {
  const query = queryOf(url)
  const { actor = '', q = '' } = query
  const set = (field: string) => (value: string) =>
    go(withQuery('/compare', { ...query, [field]: value }), { replace: true })
  return (
    <section class="page">
      <h1>Then and now</h1>
      <form class="narrow" aria-label="Who, on what" onSubmit={(event) => event.preventDefault()}>
        <Words label="Actor or country" value={actor} onChange={set('actor')} />
        <Words label="On the subject" value={q} onChange={set('q')} />
      </form>
      {actor ? (
        <Sides actor={actor} q={q} />
      ) : (
        <p class="empty">
          Name an actor by id or country, and a word:{' '}
          <a href="/compare?actor=barack-obama&q=red line">barack-obama on the red line</a>.{' '}
          <a href="/actors">Who is on record?</a>
        </p>
      )}
    </section>
  )
}

function Sides({ actor, q }: { actor: string; q: string }) {
  const query = { speaker: actor, q }
  const answer = useAnswer<{ rows: Row[]; total: number; sql: string }>(
    withQuery('/api/statements', { ...query, limit: 500 }),
  )
  return (
    <When answer={answer}>
      {({ rows, total, sql }) => {
        const dated = rows.filter(({ published }) => published)
        const half = Math.ceil(dated.length / 2)
        const [now, then] = [dated.slice(0, half), dated.slice(half).reverse()]
        return (
          <>
            <div class="list-head">
              <p class="count" role="status">
                {counted(total, 'statement')}
              </p>
              {total > 0 && <Files name="statements" query={query} sql={sql} />}
            </div>
            {dated.length < 2 && (
              <p class="empty">
                There are not two dated statements to compare. Take the subject away, or name it otherwise.
              </p>
            )}
            {dated.length >= 2 && (
              <div class="sides">
                <section>
                  <h2>Then</h2>
                  <ol class="rows">
                    {then.map((row) => (
                      <RowLine key={`${row.document} ${row.id}`} row={row} />
                    ))}
                  </ol>
                </section>
                <section>
                  <h2>Now</h2>
                  <ol class="rows">
                    {now.map((row) => (
                      <RowLine key={`${row.document} ${row.id}`} row={row} />
                    ))}
                  </ol>
                </section>
              </div>
            )}
          </>
        )
      }}
    </When>
  )
}
