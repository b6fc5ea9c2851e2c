/** Correcting a row: rejected, merged with another, or given another code; with who and why, kept beside the record. */
import { useState } from 'preact/hooks'
import type { Reading } from '../../src/reading.ts'
import type { CorrectionAsked, Party } from '../../src/record/corrections.ts'
import { ActorField } from './actor-field.tsx'
import { askApi, type Fault } from './api.ts'
import { Trouble } from './parts.tsx'
import type { ReadingRow } from './reading-rows.ts'

const tables = { statement: 'statements', event: 'events', commitment: 'commitments' } as const

/** Codes that may be corrected, with their values where these are few. */
const codes: Record<ReadingRow['kind'], readonly (readonly [name: string, values?: readonly string[]])[]> = {
  statement: [
    ['act'],
    ['form', ['direct', 'indirect', 'mixed']],
    ['sourcing', ['named', 'office', 'unnamed', 'document', 'outlet', 'crowd', 'none']],
  ],
  event: [
    ['type'],
    ['cameo'],
    ['goldstein'],
    ['quad', ['1', '2', '3', '4']],
    ['factuality', ['asserted', 'future', 'hypothetical', 'negated', 'historical']],
  ],
  commitment: [['kind', ['offer', 'promise', 'threat', 'red-line', 'demand', 'ultimatum', 'refusal', 'agreement']]],
}
/** Who may be somebody else, where words of the text name them. */
const sides: Record<ReadingRow['kind'], readonly (readonly [name: 'source' | 'target', label: string])[]> = {
  statement: [['source', 'who says it']],
  event: [
    ['source', 'who does it'],
    ['target', 'to whom'],
  ],
  commitment: [
    ['source', 'who is committed'],
    ['target', 'to whom'],
  ],
}
const numbers = new Set(['goldstein', 'quad'])

const WHO = 'onrecord-who'
export const whoIs = (): string => localStorage.getItem(WHO) ?? ''

/** Sends a correction; throws a `Fault`. */
export async function correct(asked: CorrectionAsked): Promise<void> {
  localStorage.setItem(WHO, asked.who)
  await askApi('/api/corrections', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  })
}

export function CorrectRow({ row, reading, done }: { row: ReadingRow; reading: Reading; done: () => void }) {
  const [fault, setFault] = useState<Fault>()
  const [action, setAction] = useState('reject')
  const others = { statement: reading.statements, event: reading.events, commitment: reading.commitments }[
    row.kind
  ].filter(({ id }) => id !== row.id)
  const [parties, setParties] = useState<Partial<Record<'source' | 'target', Party | undefined>>>({})
  const named = sides[row.kind].filter(([side]) => [row.it[side as 'source']].flat().some((it) => it))
  const now = row.it as unknown as Record<string, unknown>
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const told = (name: string) => String(form.get(name) ?? '').trim()
    const place = { table: tables[row.kind], document: reading.id, row: row.id, who: told('who'), why: told('why') }
    const changes = Object.fromEntries(
      codes[row.kind].flatMap(([name]) => {
        const value = told(name)
        return action !== 'correct' || value === String(now[name] ?? '') || value === ''
          ? []
          : [[name, numbers.has(name) ? Number(value) : value]]
      }),
    )
    const unknown = action === 'who' && named.find(([side]) => told(side) !== '' && !parties[side])
    if (unknown) {
      setFault({ code: 'E_PARAMETER', message: `${told(unknown[0])}: choose somebody of the list that appears.` })
      return
    }
    const asked =
      action === 'who'
        ? { ...place, action: 'correct', changes: Object.fromEntries(Object.entries(parties).filter(([, it]) => it)) }
        : action === 'merge'
          ? { ...place, action, into: told('into') }
          : action === 'correct'
            ? { ...place, action, changes }
            : { ...place, action }
    await correct(asked as CorrectionAsked).then(done, setFault)
  }
  return (
    <details class="correct">
      <summary>Correct this row</summary>
      <form onSubmit={submit}>
        <label class="field">
          <span>What is wrong</span>
          <select name="action" value={action} onChange={(event) => setAction(event.currentTarget.value)}>
            <option value="reject">it is not so: leave it out</option>
            <option value="correct">a code is wrong</option>
            {named.length > 0 && <option value="who">it is somebody else</option>}
            {others.length > 0 && <option value="merge">it is the same as another row</option>}
          </select>
        </label>
        {action === 'merge' && (
          <label class="field">
            <span>The row it is the same as</span>
            <select name="into">
              {others.map(({ id }) => (
                <option key={id}>{id}</option>
              ))}
            </select>
          </label>
        )}
        {action === 'who' &&
          named.map(([side, label]) => (
            <ActorField
              key={side}
              name={side}
              label={label}
              choose={(party) => setParties((before) => ({ ...before, [side]: party }))}
            />
          ))}
        {action === 'correct' &&
          codes[row.kind].map(([name, values]) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: one of the two controls is there
            <label key={name} class="field">
              <span>{name}</span>
              {values ? (
                <select name={name} defaultValue={String(now[name] ?? '')}>
                  {values.map((it) => (
                    <option key={it}>{it}</option>
                  ))}
                </select>
              ) : (
                <input name={name} defaultValue={String(now[name] ?? '')} />
              )}
            </label>
          ))}
        <label class="field">
          <span>Who says so</span>
          <input name="who" required maxLength={200} defaultValue={whoIs()} />
        </label>
        <label class="field">
          <span>Why</span>
          <input name="why" required maxLength={1000} />
        </label>
        <button type="submit">Keep the correction</button>
        {fault && <Trouble fault={fault} />}
      </form>
    </details>
  )
}
