/** A correction as a line, with what undoes it. */
import { useState } from 'preact/hooks'
import type { Party } from '../../src/record/corrections.ts'
import type { CorrectionShown } from '../../src/server/corrections.ts'
import type { Fault } from './api.ts'
import { correct, whoIs } from './correct.tsx'
import { Trouble } from './parts.tsx'
import { articlePath, dayWords } from './words.ts'

const isParty = (value: unknown): value is Party => typeof value === 'object' && value !== null

export function CorrectionLine({ shown, done }: { shown: CorrectionShown; done: () => void }) {
  const [fault, setFault] = useState<Fault>()
  const { correction, undone, title } = shown
  const what =
    correction.action === 'reject'
      ? 'left out'
      : correction.action === 'merge'
        ? `counted with ${correction.into}`
        : Object.entries(correction.changes)
            .map(([name, value]) => `${name}: ${isParty(value) ? value.name : value}`)
            .join(', ')
  const undo = () =>
    correct({ action: 'undo', undoes: correction.id, who: whoIs() || correction.who }).then(done, setFault)
  return (
    <li class={`row correction${undone ? ' undone' : ''}`}>
      <p class="row-who">
        <a href={articlePath(correction.document, correction.row)}>
          {correction.table} {correction.row}
        </a>{' '}
        {what}
      </p>
      <blockquote>{correction.why}</blockquote>
      <p class="row-source">
        <span>{correction.who}</span>
        <time dateTime={correction.at}>{dayWords(correction.at)}</time>
        {title && <span>{title}</span>}
        {undone ? (
          <span>
            undone by {undone.who}, {dayWords(undone.at)}
          </span>
        ) : (
          <button type="button" class="plain" onClick={undo}>
            Undo
          </button>
        )}
      </p>
      {fault && <Trouble fault={fault} />}
    </li>
  )
}
