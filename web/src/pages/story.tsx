/** A story: which documents carry one report, who came first, and which words differ. */
import { useEffect } from 'preact/hooks'
import type { StoryAnswer } from '../../../src/server/story.ts'
import { useAnswer } from '../api.ts'
import { paragraphsOf } from '../lanes.ts'
import { When } from '../parts.tsx'
import { go, withQuery } from '../router.ts'
import { articlePath, counted, dayWords } from '../words.ts'

type Told = StoryAnswer['documents'][number]

export function Story({ url, id }: { url: URL; id: string }) {
  const answer = useAnswer<StoryAnswer>(`/api/stories/${encodeURIComponent(id)}`)
  useEffect(() => {
    document.title = 'Story · onrecord'
  }, [])
  return <When answer={answer}>{(story) => <Shown story={story} id={id} url={url} />}</When>
}

function Shown({ story, id, url }: { story: StoryAnswer; id: string; url: URL }) {
  const { documents, differences } = story
  const [origin, ...others] = documents
  const chosen = others.find((it) => it.document === url.searchParams.get('with')) ?? others[0]
  const path = (other: string) => withQuery(`/story/${encodeURIComponent(id)}`, { with: other })
  const differing = chosen ? (differences[chosen.document] ?? []) : []
  return (
    <section class="page">
      <h1>{String(origin!.title ?? 'A story')}</h1>
      <p class="lede">
        {others.length === 0
          ? 'No other document on record carries this report.'
          : `${counted(documents.length, 'document')} on record carry one report: one source, not ${documents.length}.`}
      </p>
      <ol class="rows">
        {documents.map((it, n) => (
          <li key={it.document} class="row">
            <p class="row-who">
              <a href={articlePath(it.document)} data-row-link>
                {String(it.title ?? it.document)}
              </a>
            </p>
            <p class="row-source">
              {it.published ? (
                <time dateTime={String(it.published)}>{dayWords(it.published)}</time>
              ) : (
                <span>no date</span>
              )}
              {it.outlet ? <span>{String(it.outlet)}</span> : null}
              {it.credit ? <span>credits {String(it.credit)}</span> : null}
              <span>
                {n === 0
                  ? 'the origin: it came first'
                  : `${Math.round(Number(it.likeness) * 100)}% of the shorter text is in the longer`}
              </span>
              {n > 0 && differences[it.document] && (
                <a href={path(it.document)}>{counted(differences[it.document]!.length, 'difference')}</a>
              )}
            </p>
          </li>
        ))}
      </ol>
      {chosen && (
        <>
          <h2>Which words differ</h2>
          {others.length > 1 && (
            <label class="field">
              <span>The origin beside</span>
              <select
                value={chosen.document}
                onChange={(event) => go(path(event.currentTarget.value), { replace: true })}
              >
                {others.map((it) => (
                  <option key={it.document} value={it.document}>
                    {String(it.outlet ?? it.title ?? it.document)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <div class="sides compared">
            <Side told={origin!} spans={differing.map(({ first }) => first)} />
            <Side told={chosen} spans={differing.map(({ second }) => second)} />
          </div>
        </>
      )}
    </section>
  )
}

function Side({ told, spans }: { told: Told; spans: readonly { start: number; end: number }[] }) {
  const text = told.text ?? ''
  return (
    <section>
      <h3>{String(told.outlet ?? told.title ?? told.document)}</h3>
      {paragraphsOf(text).map(({ start, end }) => {
        const inside = spans.filter((it) => it.start < end && it.end > start)
        const parts = []
        let at = start
        for (const it of inside) {
          const [from, to] = [Math.max(at, it.start), Math.min(end, it.end)]
          parts.push(text.slice(at, from), <mark class="found">{text.slice(from, to)}</mark>)
          at = to
        }
        return (
          <p key={start}>
            {parts}
            {text.slice(at, end)}
          </p>
        )
      })}
    </section>
  )
}
