/** A list of the API: its rows, how many there are, the next page, and its files. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type Answer, askApi, type Fault, type Page, type Row, useAnswer } from './api.ts'
import { useRowKeys } from './keys.tsx'
import { Files, Trouble, When } from './parts.tsx'
import { withQuery } from './router.ts'
import { RowLine } from './rows.tsx'
import { counted } from './words.ts'

type Query = Record<string, string | undefined>

export interface Pages<P> {
  readonly first: Answer<P>
  /** Those that were fetched, in their order. */
  readonly pages: readonly P[]
  /** What fetches the next one; absent where there is none. */
  readonly more?: () => Promise<void>
  readonly fault?: Fault
}

/** The pages of an answer that comes page by page. */
export function usePages<P extends { readonly next?: string }>(name: string, query: Query): Pages<P> {
  const path = withQuery(`/api/${name}`, query)
  const first = useAnswer<P>(path)
  const [later, set] = useState<{ path: string; pages: readonly P[]; busy?: boolean; fault?: Fault }>()
  // Those of another question are of no use.
  const own = later?.path === path ? later : undefined
  const pages = first.state === 'there' ? [first.value, ...(own?.pages ?? [])] : []
  const cursor = pages.at(-1)?.next
  const more = async () => {
    if (own?.busy) return
    const before = own?.pages ?? []
    set({ path, pages: before, busy: true })
    await askApi<P>(withQuery(`/api/${name}`, { ...query, cursor })).then(
      (page) => set({ path, pages: [...before, page] }),
      (fault: Fault) => set({ path, pages: before, fault }),
    )
  }
  return { first, pages, more: cursor === undefined ? undefined : more, fault: own?.fault }
}

/** What fetches the next page. */
export function More<P>({ pages: { more, fault } }: { pages: Pages<P> }) {
  return (
    <>
      {fault && <Trouble fault={fault} />}
      {more && (
        <button type="button" class="more" onClick={more}>
          Show more
        </button>
      )}
    </>
  )
}

interface ListProps<R> {
  name: string
  query: Query
  /** What one row is called. */
  one: string
  /** What to do where there is none. */
  empty: string
  /** How rows are laid out: the class of the list, and a row in it. */
  layout?: string
  line?: (row: R) => ComponentChildren
}

export function List<R extends { id: string } = Row>({ name, query, one, empty, layout = 'rows', line }: ListProps<R>) {
  const pages = usePages<Page<R>>(name, query)
  useRowKeys()
  return (
    <When answer={pages.first}>
      {({ total, sql, behind }) => (
        <>
          <div class="list-head">
            <p class="count" role="status">
              {counted(total, one)}
              {behind && ' · the record has changed, and this is made anew; what you see is from before'}
            </p>
            {total > 0 && <Files name={name} query={query} sql={sql} />}
          </div>
          {total === 0 && <p class="empty">{empty}</p>}
          <ol class={layout}>{pages.pages.flatMap(({ rows }) => rows.map((row) => (line ?? rowLine)(row)))}</ol>
          <More pages={pages} />
        </>
      )}
    </When>
  )
}

const rowLine = (row: unknown) => <RowLine key={`${(row as Row).document} ${(row as Row).id}`} row={row as Row} />
