/** All corrections of the record: what, where, who, when, why; each undone in one click. */
import { useState } from 'preact/hooks'
import type { CorrectionShown } from '../../../src/server/corrections.ts'
import { useAnswer } from '../api.ts'
import { CorrectionLine } from '../correction-line.tsx'
import { When } from '../parts.tsx'
import { counted } from '../words.ts'

export function Corrections() {
  const [again, setAgain] = useState(0)
  const answer = useAnswer<{ rows: CorrectionShown[] }>('/api/corrections', again)
  return (
    <section class="page">
      <h1>Corrections</h1>
      <p class="lede">
        What people found wrong. The machine’s reading stays as it was; these are applied to what is shown and exported.
      </p>
      <When answer={answer}>
        {({ rows }) => (
          <>
            <div class="list-head">
              <p class="count" role="status">
                {counted(rows.length, 'correction')}
              </p>
            </div>
            {rows.length === 0 && (
              <p class="empty">There are none. Open a row of an article and choose “Correct this row”.</p>
            )}
            <ol class="rows">
              {rows.map((it) => (
                <CorrectionLine key={it.correction.id} shown={it} done={() => setAgain(again + 1)} />
              ))}
            </ol>
          </>
        )}
      </When>
    </section>
  )
}
