/** Rows of lists as lines to read: who, what they said or did, where and when. */
import type { Row } from './api.ts'
import { Who } from './parts.tsx'
import { articlePath, dayWords, kindOf, quadWords, sourcingWords } from './words.ts'

const text = (value: unknown) => (value == null ? '' : String(value))

/** One row of any kind, with a link to its place. */
export function RowLine({ row, showDay = true }: { row: Row; showDay?: boolean }) {
  const kind = kindOf(row.id)
  return (
    <li class={`row ${kind}`}>
      <div class="row-body">
        {kind === 'statement' && <StatementWords row={row} />}
        {kind === 'event' && <EventWords row={row} />}
        {kind === 'commitment' && <CommitmentWords row={row} />}
      </div>
      <p class="row-source">
        {showDay && row.published && <time dateTime={row.published}>{dayWords(row.published)}</time>}
        {row.outlet && <span>{row.outlet}</span>}
        <a href={articlePath(row.document, row.id)} data-row-link>
          {row.title ?? row.document}
        </a>
      </p>
    </li>
  )
}

function StatementWords({ row }: { row: Row }) {
  return (
    <>
      <p class="row-who">
        <Who id={row.source_actor} name={row.source_name} fallback={sourcingWords(row.sourcing)} />{' '}
        <span class="code">{text(row.act)}</span>
        {row.polarity ? <span class="code">{row.polarity === 'denied' ? 'denies it' : 'did not say it'}</span> : null}
      </p>
      <blockquote>{text(row.content_text)}</blockquote>
      <p class="row-how">
        {text(row.form)} · {sourcingWords(row.sourcing)}
      </p>
    </>
  )
}

function EventWords({ row }: { row: Row }) {
  return (
    <>
      <p class="row-who">
        <Who id={row.source_actor} name={row.source_name} /> <span class="arrow">→</span>{' '}
        <Who id={row.target_actor} name={row.target_name} fallback="nobody named" />
      </p>
      <p class="row-what">
        <span class="code">
          {text(row.type)}
          {row.mode ? ` / ${text(row.mode)}` : ''}
        </span>{' '}
        “{text(row.trigger_text)}”
      </p>
      <p class="row-how">
        {row.factuality === 'asserted' ? 'told as done' : text(row.factuality)} · {quadWords[text(row.quad)]} ·
        Goldstein <span class="number">{Number(row.goldstein).toFixed(1)}</span>
        {row.statement ? ' · a claim, not a fact' : ''}
      </p>
    </>
  )
}

function CommitmentWords({ row }: { row: Row }) {
  return (
    <>
      <p class="row-who">
        <Who id={row.source_actor} name={row.source_name} /> <span class="code">{text(row.kind)}</span>
        {row.target_name ? (
          <>
            {' '}
            <span class="arrow">to</span> <Who id={row.target_actor} name={row.target_name} />
          </>
        ) : null}
      </p>
      <blockquote>{text(row.about_text)}</blockquote>
      {row.condition_text ? <p class="row-what">{text(row.condition_text)}</p> : null}
      {row.deadline_text ? (
        <p class="row-what">
          by when: {text(row.deadline_text)}
          {row.deadline_date ? ` (${dayWords(row.deadline_date)})` : ''}
        </p>
      ) : null}
    </>
  )
}
