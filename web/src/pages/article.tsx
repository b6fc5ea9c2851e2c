/** An article: its text with everything that was read from it, each row under the words that it was read from. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { DocumentAnswer } from '../../../src/server/document.ts'
import type { StoryAnswer } from '../../../src/server/story.ts'
import { useAnswer } from '../api.ts'
import { ArticleText } from '../article-text.tsx'
import { CorrectionLine } from '../correction-line.tsx'
import { useKeys } from '../keys.tsx'
import { When } from '../parts.tsx'
import { type Part, type ReadingRow, rowsOf } from '../reading-rows.ts'
import { decoded, go } from '../router.ts'
import { RowNote } from '../row-note.tsx'
import { articlePath, counted, dayWords, type Kind, webAddress } from '../words.ts'

const layers: readonly Kind[] = ['statement', 'event', 'commitment']

export function Article({ url, id }: { url: URL; id: string }) {
  const [again, setAgain] = useState(0)
  const answer = useAnswer<DocumentAnswer>(`/api/documents/${encodeURIComponent(id)}`, again)
  return <When answer={answer}>{(value) => <Shown url={url} {...value} changed={() => setAgain(again + 1)} />}</When>
}

function Shown({
  url,
  reading,
  reader,
  added,
  copies,
  corrections,
  changed,
}: DocumentAnswer & { url: URL; changed: () => void }) {
  const rows = useMemo(() => rowsOf(reading), [reading])
  const hidden = new Set((url.searchParams.get('hide') ?? '').split(',').filter(Boolean))
  const chosen = decoded(url.hash.slice(1))
  const [pointed, point] = useState('')
  const told = useAnswer<StoryAnswer>(`/api/stories/${encodeURIComponent(reading.id)}`)
  const story = told.state === 'there' ? told.value.documents : []
  const shown = rows.filter(({ kind }) => !hidden.has(kind))
  const row = rows.find((it) => it.id === chosen)
  const marks = row?.parts ?? wordsAt(chosen)
  const address = (hide: ReadonlySet<string>, hash: string) =>
    `${articlePath(reading.id)}${hide.size > 0 ? `?hide=${[...hide].join(',')}` : ''}${hash ? `#${hash}` : ''}`
  const choose = (to: string) => go(address(hidden, to), { replace: true })
  const toggle = (kind: Kind) => {
    const hide = new Set(hidden)
    if (!hide.delete(kind)) hide.add(kind)
    go(address(hide, chosen), { replace: true })
  }
  const step = (by: number) => () => {
    const at = shown.findIndex((it) => it.id === chosen)
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by))]
    if (next) choose(next.id)
  }
  useKeys({
    j: step(1),
    k: step(-1),
    Escape: () => choose(''),
    ...Object.fromEntries(layers.map((kind, n) => [String(n + 1), () => toggle(kind)])),
  })
  useEffect(() => {
    document.title = `${reading.title ?? 'Article'} · onrecord`
  }, [reading])
  useEffect(() => {
    if (marks.length === 0) return
    document
      .querySelector(row ? `.article-text [data-rows~="${CSS.escape(row.id)}"]` : '.article-text mark.part')
      ?.scrollIntoView({ block: matchMedia('(max-width: 55.99rem)').matches ? 'start' : 'center' })
    const note = document.getElementById(`note-${row?.id}`)
    const column = note?.closest('.notes')
    if (note && column && column.scrollHeight > column.clientHeight) column.scrollTop = note.offsetTop - 24
  }, [chosen, reading])

  return (
    <article class="article">
      <header class="article-head">
        <p class="row-source">
          {reading.source.outlet && <span>{reading.source.outlet}</span>}
          {reading.published && <time dateTime={reading.published}>{dayWords(reading.published)}</time>}
          {reading.byline && <span>{reading.byline}</span>}
        </p>
        <h1>{reading.title ?? 'Without a headline'}</h1>
        <fieldset class="layers">
          <legend class="visually-hidden">Layers</legend>
          {layers.map((kind) => (
            <button
              key={kind}
              type="button"
              class={`layer ${kind}`}
              aria-pressed={!hidden.has(kind)}
              onClick={() => toggle(kind)}
            >
              <span class="sample" aria-hidden="true" /> {counted(rows.filter((it) => it.kind === kind).length, kind)}
            </button>
          ))}
        </fieldset>
      </header>
      <ArticleText reading={reading} rows={shown} row={row} marks={marks} pointed={pointed} choose={choose} />
      <aside class="notes" aria-label="What was read from it">
        {shown.length === 0 && (
          <p class="empty">{rows.length === 0 ? 'Nothing was read from this article.' : 'All layers are hidden.'}</p>
        )}
        <ol>
          {shown.map((it: ReadingRow) => (
            <RowNote
              key={it.id}
              row={it}
              reading={reading}
              open={it.id === chosen}
              choose={choose}
              point={point}
              changed={changed}
            />
          ))}
        </ol>
      </aside>
      <footer class="article-foot">
        {reading.captions.length > 0 && (
          <section>
            <h2>Captions</h2>
            {reading.captions.map((caption) => (
              <p key={caption}>{caption}</p>
            ))}
          </section>
        )}
        {copies.length + story.length > 1 && (
          <section>
            <h2>The same story</h2>
            <ul>
              {copies.map((it) => (
                <li key={String(it.uri)}>
                  {String(it.outlet ?? it.uri ?? 'another input')}
                  {it.published ? `, ${dayWords(it.published)}` : ''}: the same text
                </li>
              ))}
              {story
                .filter((it) => it.document !== reading.id)
                .map((it) => (
                  <li key={String(it.document)}>
                    <a href={articlePath(String(it.document))}>{String(it.title ?? it.document)}</a>
                    {it.outlet ? `, ${it.outlet}` : ''}
                  </li>
                ))}
            </ul>
            {story.length > 1 && (
              <p>
                <a href={`/story/${encodeURIComponent(reading.id)}`}>Who came first, and which words differ</a>
              </p>
            )}
          </section>
        )}
        {corrections.length > 0 && (
          <section>
            <h2>Corrections</h2>
            <ol>
              {corrections.map((it) => (
                <CorrectionLine key={it.correction.id} shown={it} done={changed} />
              ))}
            </ol>
          </section>
        )}
        {reading.warnings.length > 0 && (
          <section>
            <h2>Mind this</h2>
            {reading.warnings.map(({ code, message }) => (
              <p key={code}>
                {message} <code>{code}</code>
              </p>
            ))}
          </section>
        )}
        <section>
          <h2>Where it is from</h2>
          <dl class="facts">
            <Fact name="Source">
              {webAddress(reading.source.uri) ? (
                <a href={reading.source.uri} rel="noreferrer">
                  {reading.source.uri}
                </a>
              ) : (
                (reading.source.uri ?? 'not told')
              )}
            </Fact>
            <Fact name="Published">{reading.published ?? 'not told'}</Fact>
            <Fact name="Language">{reading.language}</Fact>
            <Fact name="Read">
              {dayWords(added)} by onrecord <span class="code">{reader}</span>
            </Fact>
            <Fact name="Id">
              <span class="code">{reading.id}</span>
            </Fact>
            <Fact name="Holds">
              {counted(reading.sentences.length, 'sentence')}, {counted(reading.actors.length, 'actor')}
            </Fact>
          </dl>
          <p class="files">
            <a href={`/api/documents/${encodeURIComponent(reading.id)}`}>The reading as JSON</a>
          </p>
        </section>
      </footer>
    </article>
  )
}

/** "120-180": characters of the text, as links to the evidence of a step name them. */
function wordsAt(hash: string): Part[] {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(hash) ?? []
  return start === undefined ? [] : [{ part: 'evidence', start: Number(start), end: Number(end) }]
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
