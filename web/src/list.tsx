/** A list of the API: its rows, how many there are, the next page, and its files. */
import { useEffect, useState } from 'preact/hooks'
import { askApi, type Page, type Row, useAnswer } from './api.ts'
import { useRowKeys } from './keys.tsx'
import { Files, When } from './parts.tsx'
import { withQuery } from './router.ts'
import { RowLine } from './rows.tsx'
import { counted } from './words.ts'

type Query = Record<string, string | undefined>

/** The rows of a list, page after page. */
export function useList(name: string, query: Query) {
  const path = withQuery(`/api/${name}`, query)
  const first = useAnswer<Page>(path)
  const [more, setMore] = useState<{ path: string; rows: readonly Row[]; next?: string }>({ path, rows: [] })
  useEffect(() => setMore({ path, rows: [] }), [path])
  const value = first.state === 'there' ? first.value : undefined
  const own = more.path === path && more.rows.length > 0
  const next = own ? more.next : value?.next
  const fetchMore = async () => {
    const page = await askApi<Page>(withQuery(`/api/${name}`, { ...query, cursor: next }))
    setMore({ path, rows: [...(own ? more.rows : []), ...page.rows], next: page.next })
  }
  return { first, rows: value ? [...value.rows, ...(own ? more.rows : [])] : [], next, fetchMore }
}

export function List({ name, query, one, empty }: { name: string; query: Query; one: string; empty: string }) {
  const { first, rows, next, fetchMore } = useList(name, query)
  useRowKeys()
  return (
    <When answer={first}>
      {({ total, sql }) => (
        <>
          <div class="list-head">
            <p class="count" role="status">
              {counted(total, one)}
            </p>
            {total > 0 && <Files name={name} query={query} sql={sql} />}
          </div>
          {total === 0 && <p class="empty">{empty}</p>}
          <ol class="rows">
            {rows.map((row) => (
              <RowLine key={`${row.document} ${row.id}`} row={row} />
            ))}
          </ol>
          {next && (
            <button type="button" class="more" onClick={fetchMore}>
              Show more
            </button>
          )}
        </>
      )}
    </When>
  )
}
