/** The text of an article with a lane of underline for every row, however they overlap. */
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Reading } from '../../src/reading.ts'
import { lanesOf, paragraphsOf, piecesOf } from './lanes.ts'
import { type Part, type ReadingRow, stretchesOf } from './reading-rows.ts'
import { kindOf } from './words.ts'

/** Lanes that fit between two lines; further ones share the last. */
const LANES = 6

interface Props {
  reading: Reading
  rows: readonly ReadingRow[]
  /** The row that is looked at. */
  row: ReadingRow | undefined
  /** Words that are marked: the parts of that row, or what the address names. */
  marks: readonly Part[]
  /** Id of the row that the mouse points at among the notes. */
  pointed: string
  choose: (id: string) => void
}

export function ArticleText({ reading, rows, row, marks, pointed, choose }: Props) {
  const { text } = reading
  const laned = useMemo(() => lanesOf(stretchesOf(rows)), [rows.map(({ id }) => id).join()])
  const paragraphs = useMemo(() => paragraphsOf(text), [text])
  return (
    <div class="article-text" lang={reading.language}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start}>
          {piecesOf(
            [...laned, ...marks.map((it) => ({ ...it, row: `part ${it.part}`, lane: -1 }))],
            paragraph.start,
            paragraph.end,
          ).map(({ start, end, under }) => {
            const words: ComponentChildren = text.slice(start, end)
            if (under.length === 0) return words
            const parts = under.filter(({ lane }) => lane < 0).map((it) => it.row)
            const lanes = under.filter(({ lane }) => lane >= 0)
            const inner = parts.length > 0 ? <mark class={parts.join(' ')}>{words}</mark> : words
            if (lanes.length === 0) return inner
            // A click means the row that says the least: the others can be reached around it.
            const shortest = [...lanes].sort((a, b) => a.end - a.start - (b.end - b.start))[0]!
            const drawn = lanes.reduce<ComponentChildren>((inside, it) => {
              const lit = it.row === row?.id || it.row === pointed
              const names = ['lane', `lane-${Math.min(it.lane, LANES - 1)}`, kindOf(it.row), lit && 'lit']
              return <span class={names.filter(Boolean).join(' ')}>{inside}</span>
            }, inner)
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: every row can be reached by its note
              <span
                key={start}
                class="piece"
                data-rows={lanes.map((it) => it.row).join(' ')}
                onClick={() => choose(shortest.row)}
              >
                {drawn}
              </span>
            )
          })}
        </p>
      ))}
    </div>
  )
}
