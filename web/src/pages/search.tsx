/** Search: words and fields, every result in the sentence it stands in, counts by facet. */
import { useEffect } from 'preact/hooks'
import type { Found } from '../../../src/record/search/search.ts'
import { useRowKeys } from '../keys.tsx'
import { More, usePages } from '../list.tsx'
import { When } from '../parts.tsx'
import { withQuery } from '../router.ts'
import { articlePath, counted, dayWords, numberWords } from '../words.ts'

type Hit = Found['hits'][number]

/** What a facet is called, and the field of a query that narrows by it. */
const facets: Readonly<Record<string, readonly [words: string, field: string]>> = {
  kind: ['Kind', 'kind'],
  speaker: ['Who says it', 'speaker'],
  country: ['Country', 'country'],
  sector: ['Sector', 'sector'],
  sourcing: ['On whose word', 'sourcing'],
  form: ['Form', 'form'],
  act: ['Speech act', 'act'],
  type: ['Type', 'type'],
  outlet: ['Outlet', 'outlet'],
  year: ['Year', ''],
}

const examples = [
  '"red line" speaker:obama',
  'chemical weapons sourcing:unnamed',
  'kind:commitment type:threat',
  'speaker:lavrov about:usa',
  'kind:event country:rus after:2015',
]

export function Search({ url }: { url: URL }) {
  const q = url.searchParams.get('q') ?? ''
  if (q === '') return <Advice />
  return <Results key={q} q={q} />
}

function Advice() {
  return (
    <section class="page">
      <h1>Search</h1>
      <p class="lede">
        Words, “phrases” and fields, in any order. Press <kbd>/</kbd> to begin.
      </p>
      <ul class="examples">
        {examples.map((it) => (
          <li key={it}>
            <a href={withQuery('/search', { q: it })}>
              <code>{it}</code>
            </a>
          </li>
        ))}
      </ul>
      <p class="empty">
        Fields: speaker, source, target, about, country, sector, sourcing, form, act, type, outlet, kind, after, before.
        A minus before a word or a field leaves out what has it.
      </p>
    </section>
  )
}

function Results({ q }: { q: string }) {
  const pages = usePages<Found>('search', { q })
  useRowKeys()
  useEffect(() => {
    document.title = `${q} · onrecord`
  }, [q])
  return (
    <section class="page with-side">
      <h1 class="visually-hidden">Results for {q}</h1>
      <When answer={pages.first}>
        {({ total, facets }) => (
          <>
            <div class="main-column">
              <div class="list-head">
                <p class="count" role="status">
                  {counted(total, 'result')}
                </p>
                {total > 0 && (
                  <p class="files">
                    <span>All of it as</span>
                    {['csv', 'json', 'ndjson', 'parquet'].map((format) => (
                      <a key={format} href={withQuery(`/api/search.${format}`, { q })} download>
                        {format}
                      </a>
                    ))}
                    <a href={withQuery('/api/search.atom', { q })}>Atom feed</a>
                  </p>
                )}
              </div>
              {total === 0 && (
                <p class="empty">
                  Nothing on record has all of this. Take a word or a field away, or see{' '}
                  <a href="/search">what can be asked</a>.
                </p>
              )}
              <ol class="rows">
                {pages.pages.flatMap(({ hits }) =>
                  hits.map((hit) => <HitLine key={`${hit.document} ${hit.kind} ${hit.id}`} hit={hit} />),
                )}
              </ol>
              <More pages={pages} />
            </div>
            {facets && total > 0 && <Facets q={q} counts={facets} />}
          </>
        )}
      </When>
    </section>
  )
}

function Facets({ q, counts }: { q: string; counts: NonNullable<Found['facets']> }) {
  return (
    <aside class="facets" aria-label="Narrow">
      {Object.entries(facets).map(([name, [words, field]]) => {
        const values = counts[name as keyof typeof counts] ?? []
        if (values.length === 0) return null
        return (
          <section key={name}>
            <h2>{words}</h2>
            <ul>
              {values.map(({ value, count }) => {
                const term =
                  name === 'year'
                    ? `after:${value} before:${Number(value) + 1}`
                    : `${field}:${/\s/.test(value) ? `"${value}"` : value}`
                const chosen = q.includes(term)
                return (
                  <li key={value}>
                    <a
                      href={withQuery('/search', { q: chosen ? q.replace(term, '').trim() : `${q} ${term}` })}
                      aria-current={chosen ? 'true' : undefined}
                    >
                      <span>{value}</span> <span class="number">{numberWords(count)}</span>
                    </a>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </aside>
  )
}

function HitLine({ hit }: { hit: Hit }) {
  const row = hit.kind === 'text' ? undefined : hit.id
  return (
    <li class={`row ${hit.kind}`}>
      <div class="row-body">
        <p class="row-who">
          <span class="code">{hit.kind}</span> {hit.speaker && <b>{hit.speaker}</b>}{' '}
          {hit.act && <span class="code">{hit.act}</span>} {hit.type && <span class="code">{hit.type}</span>}
        </p>
        <blockquote>
          {hit.sentences.map(({ start, text }) => (
            <Marked key={start} text={text} start={start} marks={hit.marks} />
          ))}
        </blockquote>
      </div>
      <p class="row-source">
        {hit.published && <time dateTime={hit.published}>{dayWords(hit.published)}</time>}
        {hit.outlet && <span>{hit.outlet}</span>}
        <a href={articlePath(hit.document, row)} data-row-link>
          {hit.title ?? hit.document}
        </a>
      </p>
    </li>
  )
}

/** A sentence with the words that were found marked. */
function Marked({ text, start, marks }: { text: string; start: number; marks: Hit['marks'] }) {
  const own = marks.filter((it) => it.start >= start && it.end <= start + text.length)
  const parts = []
  let at = 0
  for (const it of own) {
    parts.push(
      text.slice(at, it.start - start),
      <mark class="found">{text.slice(it.start - start, it.end - start)}</mark>,
    )
    at = it.end - start
  }
  return (
    <>
      {parts}
      {text.slice(at)}{' '}
    </>
  )
}
