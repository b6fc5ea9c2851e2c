/** The ledger: what was offered, promised, threatened and demanded through the whole record, and step by step what became of it. */
import { List } from '../list.tsx'
import { Choice, Words } from '../parts.tsx'
import { go, queryOf, withQuery } from '../router.ts'
import { articlePath, counted, dayWords, sourcingWords, wordsPath } from '../words.ts'

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
  /** On whose word; null when the outlet itself tells it. */
  word: string | null
  sourcing: string
  evidence: string | null
  /** Null for what only the calendar tells. */
  document: string | null
  start_char: number | null
  end_char: number | null
  outlet: string | null
}
interface Report {
  document: string
  row: string
  published: string | null
  outlet: string | null
  title: string | null
  tied: string
}
interface Entry {
  id: string
  kind: string
  status: string
  source: string | null
  source_name: string | null
  target: string | null
  target_name: string | null
  about: string | null
  condition: string | null
  deadline_date: string | null
  first_reported: string | null
  reports: number
  independent: number
  disputed: boolean
  told_in: Report[] | null
  history: Step[] | null
}

export function Ledger({ url }: { url: URL }) {
  const query = queryOf(url)
  const set = (field: string) => (value: string) =>
    go(withQuery('/ledger', { ...query, [field]: value }), { replace: true })
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
      <List<Entry>
        name="ledger"
        query={query}
        one="commitment"
        empty="Nobody on record is committed to that. Take a field away."
        layout="ledger"
        line={(entry) => <EntryLine key={entry.id} entry={entry} />}
      />
    </section>
  )
}

function EntryLine({ entry }: { entry: Entry }) {
  const reports = entry.told_in ?? []
  const first = reports[0]
  return (
    <li class="entry">
      <p class="entry-kind">{entry.kind}</p>
      <div class="entry-words">
        <p class="row-who">
          <Side code={entry.source} name={entry.source_name} />
          {entry.target_name && (
            <>
              {' '}
              <span class="arrow">to</span> <Side code={entry.target} name={entry.target_name} />
            </>
          )}
        </p>
        <blockquote>
          {entry.about}
          {entry.condition && <span class="condition"> {entry.condition}</span>}
        </blockquote>
        {entry.deadline_date && <p class="row-what">by {dayWords(entry.deadline_date)}</p>}
        {first && (
          <p class="row-source">
            {first.published && <time dateTime={first.published}>{dayWords(first.published)}</time>}
            {first.outlet && <span>{first.outlet}</span>}
            <a href={articlePath(first.document, first.row)} data-row-link>
              {first.title ?? first.document}
            </a>
          </p>
        )}
        {reports.length > 1 && <Reports entry={entry} others={reports.slice(1)} />}
      </div>
      <History entry={entry} />
    </li>
  )
}

/** Who is committed, or to whom: opens all that is on record of them here. */
function Side({ code, name }: { code: string | null; name: string | null }) {
  const words = name ?? code ?? 'somebody'
  return code ? <a href={withQuery('/ledger', { actor: code })}>{words}</a> : <span>{words}</span>
}

function Reports({ entry, others }: { entry: Entry; others: readonly Report[] }) {
  return (
    <details class="reports">
      <summary>
        {counted(others.length, 'further report')}
        {entry.independent < entry.reports && `; ${entry.independent} of all are no copies of one another`}
      </summary>
      <ul>
        {others.map((it) => (
          <li key={`${it.document} ${it.row}`} class="row-source">
            {it.published && <time dateTime={it.published}>{dayWords(it.published)}</time>}
            {it.outlet && <span>{it.outlet}</span>}
            <a href={articlePath(it.document, it.row)}>{it.title ?? it.document}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function History({ entry: { history, disputed } }: { entry: Entry }) {
  if (!history) return <p class="strip-empty">open: nobody tells what became of it</p>
  return (
    <ol class="strip" aria-label="What became of it">
      {history.map((step, n) => (
        <li key={n} class={`step ${step.status}`}>
          {step.document && step.start_char !== null && step.end_char !== null ? (
            <a href={wordsPath(step.document, step.start_char, step.end_char)} title={step.evidence ?? undefined}>
              {step.status}
            </a>
          ) : (
            <span title="Its deadline has passed, and nobody tells of any outcome.">{step.status}</span>
          )}
          {step.date && <time dateTime={step.date}> {dayWords(step.date)}</time>}
          <span class="on-word">{wordOf(step)}</span>
        </li>
      ))}
      {disputed && <li class="disputed">some say so, others the opposite</li>}
    </ol>
  )
}

const wordOf = ({ word, sourcing, outlet }: Step): string =>
  sourcing === 'computed'
    ? 'by the calendar'
    : word
      ? `${word.replace(/,$/, '')} says so`
      : sourcing === 'none'
        ? `${outlet ?? 'the article'} tells it`
        : `${sourcingWords(sourcing)} said so`
