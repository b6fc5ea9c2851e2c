/** Everybody on record, by name. */
import { type Page, useAnswer } from '../api.ts'
import { useRowKeys } from '../keys.tsx'
import { Files, Scrolled, When, Words } from '../parts.tsx'
import { go, withQuery } from '../router.ts'
import { actorPath, numberWords } from '../words.ts'

interface ActorRow {
  id: string
  name: string
  kind: string
  country: string | null
  sector: string | null
  documents: number
}

export function Actors({ url }: { url: URL }) {
  const q = url.searchParams.get('q') ?? ''
  const answer = useAnswer<Page<ActorRow>>(withQuery('/api/actors', { q }))
  useRowKeys()
  return (
    <section class="page">
      <h1>Actors</h1>
      <form class="narrow" onSubmit={(event) => event.preventDefault()}>
        <Words label="Name" value={q} onChange={(it) => go(withQuery('/actors', { q: it }), { replace: true })} />
      </form>
      <When answer={answer}>
        {({ rows, sql }) => (
          <>
            <div class="list-head">
              <Files name="actors" query={{ q }} sql={sql} />
            </div>
            {rows.length === 0 && <p class="empty">Nobody on record is called so. Try a part of the name.</p>}
            {rows.length > 0 && (
              <Scrolled label="Actors">
                <table>
                  <thead>
                    <tr>
                      <th>Name</th>
                      <th>Kind</th>
                      <th>Country</th>
                      <th>Sector</th>
                      <th class="number">Articles</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((it) => (
                      <tr key={it.id}>
                        <td>
                          <a href={actorPath(it.id)} data-row-link>
                            {it.name}
                          </a>
                        </td>
                        <td>{it.kind}</td>
                        <td>{it.country}</td>
                        <td>{it.sector}</td>
                        <td class="number">{numberWords(it.documents)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scrolled>
            )}
          </>
        )}
      </When>
    </section>
  )
}
