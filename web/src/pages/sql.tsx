/** A question in SQL: read only, with an end; examples, and questions kept in this browser. */
import { useState } from 'preact/hooks'
import { useAnswer } from '../api.ts'
import { Files, Scrolled, When } from '../parts.tsx'
import { go, withQuery } from '../router.ts'
import { articlePath, counted } from '../words.ts'

interface Rows {
  columns: string[]
  rows: unknown[][]
  more: boolean
}

const examples = [
  [
    'What Russia said, day by day',
    "SELECT published, speaker, act, quote, document, id\nFROM quotes\nWHERE country = 'RUS'\nORDER BY published",
  ],
  ['Whose word it is', 'SELECT sourcing, form, count(*) AS n\nFROM statements\nGROUP BY ALL\nORDER BY n DESC'],
  ['Who did most to whom', 'FROM dyads\nORDER BY events DESC\nLIMIT 20'],
  [
    'Threats with a condition',
    "SELECT published, source_name, target_name, about_text, condition_text, document, id\nFROM commitments\nWHERE kind IN ('threat', 'ultimatum', 'red-line') AND condition_text IS NOT NULL\nORDER BY published",
  ],
  ['What there is', 'SHOW TABLES'],
] as const

const KEPT = 'onrecord-questions'
const kept = (): string[] => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(found) ? found.filter((it) => typeof it === 'string') : []
  } catch {
    return []
  }
}

export function Sql({ url }: { url: URL }) {
  const q = url.searchParams.get('q') ?? ''
  const [saved, setSaved] = useState(kept)
  const save = (all: string[]) => {
    setSaved(all)
    try {
      localStorage.setItem(KEPT, JSON.stringify(all))
    } catch {
      // A browser that keeps nothing keeps no questions either.
    }
  }
  const ask = (question: string) => go(withQuery('/sql', { q: question }))
  return (
    <section class="page with-side">
      <div class="main-column">
        <h1>SQL</h1>
        <form
          class="question"
          onSubmit={(event) => {
            event.preventDefault()
            ask(String(new FormData(event.currentTarget).get('q') ?? ''))
          }}
        >
          <label for="question">One SELECT in the SQL of DuckDB. The record is only read.</label>
          <textarea
            id="question"
            name="q"
            key={q}
            rows={8}
            spellcheck={false}
            defaultValue={q || examples[0][1]}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
            }}
          />
          <p>
            <button type="submit">Ask</button>{' '}
            <span class="hint">
              <kbd>Ctrl</kbd> <kbd>Enter</kbd>
            </span>{' '}
            {q && !saved.includes(q) && (
              <button type="button" class="plain" onClick={() => save([q, ...saved])}>
                Keep this question
              </button>
            )}
          </p>
        </form>
        {q && <Answered q={q} />}
      </div>
      <aside class="facets">
        <section>
          <h2>Examples</h2>
          <ul>
            {examples.map(([name, question]) => (
              <li key={name}>
                <a href={withQuery('/sql', { q: question })}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
        {saved.length > 0 && (
          <section>
            <h2>Kept in this browser</h2>
            <ul>
              {saved.map((question) => (
                <li key={question}>
                  <a href={withQuery('/sql', { q: question })}>{question.replace(/\s+/g, ' ').slice(0, 60)}</a>{' '}
                  <button
                    type="button"
                    class="plain"
                    aria-label="Forget this question"
                    onClick={() => save(saved.filter((it) => it !== question))}
                  >
                    ×
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </aside>
    </section>
  )
}

function Answered({ q }: { q: string }) {
  const answer = useAnswer<Rows>(withQuery('/api/sql', { q }))
  return (
    <When answer={answer}>
      {({ columns, rows, more }) => {
        const [document, id] = [columns.indexOf('document'), columns.indexOf('id')]
        return (
          <>
            <div class="list-head">
              <p class="count" role="status">
                {more ? `The first ${counted(rows.length, 'row')}; there are more` : counted(rows.length, 'row')}
              </p>
              <Files name="sql" query={{ q }} />
            </div>
            {rows.length === 0 && <p class="empty">No row is so.</p>}
            <Scrolled label="Answer">
              <table>
                <thead>
                  <tr>
                    {columns.map((name) => (
                      <th key={name}>{name}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row, n) => (
                    <tr key={n}>
                      {row.map((cell, at) => (
                        <td
                          key={at}
                          class={typeof cell === 'number' ? 'number' : shown(cell).length < 24 ? 'short' : undefined}
                        >
                          {at === document && typeof cell === 'string' ? (
                            <a
                              href={articlePath(
                                cell,
                                id >= 0 && /^[sec]\d+$/.test(String(row[id])) ? String(row[id]) : undefined,
                              )}
                            >
                              {cell.slice(0, 12)}
                            </a>
                          ) : (
                            shown(cell)
                          )}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolled>
          </>
        )
      }}
    </When>
  )
}

const shown = (cell: unknown): string =>
  cell === null ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
