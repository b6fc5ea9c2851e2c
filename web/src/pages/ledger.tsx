/** The ledger: what was offered, promised, threatened and demanded, and step by step what became of it. */
import type { Row } from '../api.ts'
import { useRowKeys } from '../keys.tsx'
import { useList } from '../list.tsx'
import { Choice, Files, When, Who, Words } from '../parts.tsx'
import { go, queryOf, withQuery } from '../router.ts'
import { articlePath, counted, dayWords } from '../words.ts'

const codes = (...all: string[]) => all.map((it) => [it, it] as const)
const KINDS = codes('offer', 'promise', 'threat', 'red-line', 'demand', 'ultimatum', 'refusal', 'agreement')
const STATUSES = codes(
  ...[
    'open',
    'accepted',
    'rejected',
    'kept',
    'broken',
    'carried-out',
    'condition-met',
    'withdrawn',
    'renewed',
    'lapsed',
    'superseded',
    'not-yet',
  ],
)

interface Step {
  status: string
  date: string | null
  evidence: string | null
}

export function Ledger({ url }: { url: URL }) {
  const query = queryOf(url)
  const set = (field: string) => (value: string) =>
    go(withQuery('/ledger', { ...query, [field]: value }), { replace: true })
  const { first, rows, next, fetchMore } = useList('commitments', query)
  useRowKeys()
  return (
    <section class="page">
      <h1>Ledger</h1>
      <form class="narrow" aria-label="Narrow" onSubmit={(event) => event.preventDefault()}>
        <Words label="Words" value={query.q ?? ''} onChange={set('q')} />
        <Choice label="Kind" value={query.kind ?? ''} options={KINDS} onChange={set('kind')} />
        <Choice label="Status" value={query.status ?? ''} options={STATUSES} onChange={set('status')} />
        <Words label="Actor or country" value={query.actor ?? ''} onChange={set('actor')} />
        <Choice
          label="Overdue"
          value={query.overdue ?? ''}
          options={[
            ['true', 'overdue'],
            ['false', 'not overdue'],
          ]}
          onChange={set('overdue')}
        />
      </form>
      <When answer={first}>
        {({ total, sql }) => (
          <>
            <div class="list-head">
              <p class="count" role="status">
                {counted(total, 'commitment')}
              </p>
              {total > 0 && <Files name="commitments" query={query} sql={sql} />}
            </div>
            {total === 0 && <p class="empty">Nobody on record is committed to that. Take a field away.</p>}
            <ol class="ledger">
              {rows.map((row) => (
                <Entry key={`${row.document} ${row.id}`} row={row} />
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
    </section>
  )
}

function Entry({ row }: { row: Row }) {
  const steps = (row.history as Step[] | null) ?? []
  const place = articlePath(row.document, row.id)
  return (
    <li class="entry">
      <p class="entry-kind code">{String(row.kind)}</p>
      <div class="entry-words">
        <p class="row-who">
          <Who id={row.source_actor} name={row.source_name} />
          {row.target_name ? (
            <>
              {' '}
              <span class="arrow">to</span> <Who id={row.target_actor} name={row.target_name} />
            </>
          ) : null}
        </p>
        <blockquote>
          {String(row.about_text ?? '')}
          {row.condition_text ? <span class="condition"> {String(row.condition_text)}</span> : null}
          {row.deadline_text ? <span class="condition"> {String(row.deadline_text)}</span> : null}
        </blockquote>
        <p class="row-source">
          {row.published && <time dateTime={row.published}>{dayWords(row.published)}</time>}
          {row.outlet && <span>{row.outlet}</span>}
          <a href={place} data-row-link>
            {row.title ?? row.document}
          </a>
        </p>
      </div>
      <ol class="strip" aria-label="What became of it">
        {steps.map((step, n) => (
          <li key={n} class={`step ${step.status}`}>
            <a href={place} title={step.evidence ?? undefined}>
              {step.status}
              {step.date && <time dateTime={step.date}> {dayWords(step.date)}</time>}
            </a>
          </li>
        ))}
      </ol>
    </li>
  )
}
