/** The frame of every page: masthead, search, the page itself, help for the keyboard. */
import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { KeyHelp, useKeys } from './keys.tsx'
import { Article } from './pages/article.tsx'
import { Front } from './pages/front.tsx'
import { Search } from './pages/search.tsx'
import { decoded, go, useLocation, withQuery } from './router.ts'

type PageOf = ComponentType<{ url: URL; id: string }>

/** Pages beyond the first ones are fetched when they are opened. */
const later: Record<string, () => Promise<PageOf>> = {
  browse: async () => (await import('./pages/browse.tsx')).Browse,
  actors: async () => (await import('./pages/actors.tsx')).Actors,
  actor: async () => (await import('./pages/actor.tsx')).Actor,
  pair: async () => (await import('./pages/pair.tsx')).Pair,
  ledger: async () => (await import('./pages/ledger.tsx')).Ledger,
  sql: async () => (await import('./pages/sql.tsx')).Sql,
  corrections: async () => (await import('./pages/corrections.tsx')).Corrections,
  story: async () => (await import('./pages/story.tsx')).Story,
  compare: async () => (await import('./pages/compare.tsx')).ThenAndNow,
}
const here: Record<string, PageOf> = { '': Front, article: Article, search: Search }

const links = [
  ['/search', 'Search'],
  ['/browse/statements', 'Statements'],
  ['/browse/events', 'Events'],
  ['/ledger', 'Ledger'],
  ['/actors', 'Actors'],
  ['/pair', 'Pairs'],
  ['/compare', 'Then and now'],
  ['/sql', 'SQL'],
] as const

export function App() {
  const url = useLocation()
  const [, name = '', ...rest] = url.pathname.split('/')
  const id = rest.map(decoded).join('/')
  const [help, showHelp] = useState(false)
  useKeys({ '?': () => showHelp(true) })
  useEffect(() => {
    if (!url.pathname.startsWith('/article')) document.title = `${titles[name] ?? 'Not found'} · onrecord`
  }, [url.pathname])
  return (
    <>
      <a class="skip" href="#content">
        To the content
      </a>
      <header class="masthead">
        <a class="name" href="/">
          onrecord
        </a>
        <SearchField query={name === 'search' ? (url.searchParams.get('q') ?? '') : ''} />
        <nav aria-label="Pages">
          {links.map(([to, words]) => (
            <a key={to} href={to} aria-current={url.pathname === to ? 'page' : undefined}>
              {words}
            </a>
          ))}
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        <PageAt key={name} name={name} url={url} id={id} />
      </main>
      <footer class="colophon">
        <span>Every row points at the words it was read from.</span>
        <a href="/corrections">Corrections</a>
        <a href="/api/openapi.json">API</a>
        <button type="button" class="plain" onClick={() => showHelp(true)}>
          Keys <kbd>?</kbd>
        </button>
      </footer>
      {help && <KeyHelp close={() => showHelp(false)} />}
    </>
  )
}

const titles: Record<string, string> = {
  '': 'The record',
  search: 'Search',
  browse: 'Browse',
  actors: 'Actors',
  actor: 'Actor',
  pair: 'Pairs',
  ledger: 'Ledger',
  sql: 'SQL',
  compare: 'Then and now',
  corrections: 'Corrections',
  story: 'Story',
}

function SearchField({ query }: { query: string }) {
  const field = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => field.current?.focus() })
  useEffect(() => {
    if (field.current) field.current.value = query
  }, [query])
  return (
    <search class="search">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          go(withQuery('/search', { q: field.current?.value.trim() }))
        }}
      >
        <input
          ref={field}
          type="search"
          name="q"
          aria-label="Search the record"
          placeholder="Search the record"
          autocomplete="off"
        />
      </form>
    </search>
  )
}

function PageAt({ name, url, id }: { name: string; url: URL; id: string }) {
  const [loaded, set] = useState<{ Page?: PageOf; failed?: boolean }>({ Page: here[name] })
  useEffect(() => {
    if (loaded.Page || !later[name]) return
    later[name]().then(
      (Page) => set({ Page }),
      () => set({ failed: true }),
    )
  }, [name])
  if (loaded.Page) return <loaded.Page url={url} id={id} />
  if (loaded.failed) return <p class="empty">This page could not be loaded. Is onrecord serve still running?</p>
  if (later[name]) return <p class="waiting">…</p>
  return (
    <section class="page">
      <h1>There is no such page</h1>
      <p class="empty">
        Go to <a href="/">the front page</a>, or press <kbd>/</kbd> to search.
      </p>
    </section>
  )
}
