/** What stands beside the text for a row: who and what in a line; when it is looked at, why, how sure, and how to cite it. */
import type { Mention, Reading } from '../../src/reading.ts'
import { CorrectRow } from './correct.tsx'
import { Cite, Meter, Who } from './parts.tsx'
import { partyOf, type ReadingRow } from './reading-rows.ts'
import { articlePath, dayWords, quadWords, sourcingWords, webAddress } from './words.ts'

interface Props {
  row: ReadingRow
  reading: Reading
  open: boolean
  choose: (id: string) => void
  point: (id: string) => void
  /** What is on record is otherwise now. */
  changed: () => void
}

export function RowNote({ row, reading, open, choose, point, changed }: Props) {
  return (
    <li
      id={`note-${row.id}`}
      class={`note ${row.kind}${open ? ' open' : ''}`}
      onPointerEnter={() => point(row.id)}
      onPointerLeave={() => point('')}
    >
      <a
        class="note-head"
        href={articlePath(reading.id, row.id)}
        aria-expanded={open}
        data-row-link
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return
          event.preventDefault()
          choose(open ? '' : row.id)
        }}
      >
        <span class="note-kind">{row.kind === 'commitment' ? row.it.kind : row.kind}</span>
        <span class="note-line">
          <Line row={row} reading={reading} />
          <span class="note-words">{reading.text.slice(row.parts[0]!.start, row.parts[0]!.end)}</span>
        </span>
      </a>
      {open && <Why row={row} reading={reading} changed={changed} />}
    </li>
  )
}

const namesOf = (reading: Reading, mentions: readonly Mention[], fallback: string): string =>
  mentions.map((it) => partyOf(reading, it)?.name).join(', ') || fallback

function Line({ row, reading }: { row: ReadingRow; reading: Reading }) {
  if (row.kind === 'statement') {
    const { it } = row
    return (
      <span>
        <b>{partyOf(reading, it.source)?.name ?? sourcingWords(it.sourcing)}</b> <span class="code">{it.act}</span>
        {it.polarity === 'denied' && ' (denies it)'}
        {it.polarity === 'unsaid' && ' (did not say it)'}
      </span>
    )
  }
  const { it } = row
  const source = namesOf(reading, it.source, 'somebody')
  if (row.kind === 'event') {
    return (
      <span>
        <b>{source}</b> <span class="code">{row.it.type}</span> <b>{namesOf(reading, it.target, 'nobody named')}</b>
        {row.it.factuality !== 'asserted' && ` · ${row.it.factuality}`}
        {row.it.statement && ' · claimed'}
      </span>
    )
  }
  return (
    <span>
      <b>{source}</b>
      {it.target.length > 0 && (
        <>
          {' '}
          to <b>{namesOf(reading, it.target, '')}</b>
        </>
      )}{' '}
      · {row.it.history.at(-1)?.status ?? 'open'}
    </span>
  )
}

function Why({ row, reading, changed }: { row: ReadingRow; reading: Reading; changed: () => void }) {
  const { text } = reading
  const words = (start: number, end: number) => text.slice(start, end)
  const quote = row.parts
    .filter(({ part }) => /content|trigger|about/.test(part))
    .map(({ start, end }) => words(start, end))
    .join(' … ')
  const speaker = row.kind === 'statement' ? partyOf(reading, row.it.source) : undefined
  const sentence = reading.sentences.find(({ start, end }) => row.start >= start && row.start < end)
  const cited = row.kind === 'event' && sentence ? words(sentence.start, sentence.end) : quote
  const page = webAddress(reading.source.uri)
  return (
    <div class="why">
      <dl class="facts">
        {row.parts.map(({ part, start, end }) => (
          <div key={`${part} ${start}`}>
            <dt>
              <span class={`swatch part ${part}`} aria-hidden="true" />
              {part}
            </dt>
            <dd>{words(start, end)}</dd>
          </div>
        ))}
        <More row={row} reading={reading} />
        <div>
          <dt>sure</dt>
          <dd>
            <Meter value={row.confidence} />
          </dd>
        </div>
        {row.rule && (
          <div>
            <dt>rule</dt>
            <dd class="code">{row.rule}</dd>
          </div>
        )}
      </dl>
      {page && (
        <p>
          <a href={`${page}${fragment(quote)}`} rel="noreferrer">
            At its place on the page it came from
          </a>
        </p>
      )}
      <Cite
        cited={{
          quote: cited,
          speaker: speaker?.name,
          title: reading.title,
          outlet: reading.source.outlet,
          published: reading.published,
          uri: reading.source.uri,
          link: `${location.origin}${articlePath(reading.id, row.id)}`,
        }}
      />
      <CorrectRow row={row} reading={reading} done={changed} />
    </div>
  )
}

/** A link's end by which browsers find words on a page. */
const fragment = (quote: string): string =>
  `#:~:text=${encodeURIComponent(
    quote
      .split(' … ')[0]!
      .slice(0, 120)
      .replace(/\s\S*$/, ''),
  ).replace(/-/g, '%2D')}`

function More({ row, reading }: { row: ReadingRow; reading: Reading }) {
  const facts: [string, preact.ComponentChildren][] = []
  if (row.kind === 'statement') {
    const { source, form, sourcing, within } = row.it
    const party = partyOf(reading, source)
    if (party?.id) facts.push(['who', <Who key="who" id={party.id} name={party.name} />])
    facts.push(['form', form], ['on whose word', sourcingWords(sourcing)])
    if (within) facts.push(['reported in', <RowLink key="in" reading={reading} id={within} />])
  }
  if (row.kind === 'event') {
    const { type, mode, cameo, goldstein, quad, contexts, factuality, statement, date, source, target } = row.it
    for (const [name, all] of [
      ['who', source],
      ['to whom', target],
    ] as const) {
      const known = all.map((it) => partyOf(reading, it)).filter((it) => it?.id)
      if (known.length > 0)
        facts.push([name, known.map((it) => <Who key={it!.id} id={it!.id} name={`${it!.name} `} />)])
    }
    facts.push(['PLOVER', [type, mode].filter(Boolean).join(' / ')])
    if (contexts.length > 0) facts.push(['contexts', contexts.join(', ')])
    if (cameo) facts.push(['CAMEO', cameo])
    facts.push(['Goldstein', `${goldstein.toFixed(1)} · ${quadWords[quad]}`], ['told as', factuality])
    if (date) facts.push(['day', dayWords(date)])
    if (statement) facts.push(['claimed in', <RowLink key="in" reading={reading} id={statement} />])
  }
  if (row.kind === 'commitment') {
    const { deadline, history, statement, event } = row.it
    if (deadline?.date) facts.push(['by', dayWords(deadline.date)])
    for (const [n, step] of history.entries()) {
      facts.push([
        step.status,
        <span key={n}>
          {step.date && `${dayWords(step.date)} `}
          {step.statement && <RowLink reading={reading} id={step.statement} />}
        </span>,
      ])
    }
    if (statement) facts.push(['stands in', <RowLink key="in" reading={reading} id={statement} />])
    if (event) facts.push(['told by', <RowLink key="by" reading={reading} id={event} />])
  }
  return (
    <>
      {facts.map(([name, value], n) => (
        <div key={n}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </>
  )
}

const RowLink = ({ reading, id }: { reading: Reading; id: string }) => <a href={articlePath(reading.id, id)}>{id}</a>
