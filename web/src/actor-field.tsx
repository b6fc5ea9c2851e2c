/** A field that finds somebody on record by name. */
import { useState } from 'preact/hooks'
import type { Party } from '../../src/record/corrections.ts'
import { askApi } from './api.ts'
import { withQuery } from './router.ts'

interface Found extends Omit<Party, 'country' | 'sector'> {
  country: string | null
  sector: string | null
}

const wordsFor = ({ name, country, id }: Found): string => `${name} · ${[country, id].filter(Boolean).join(' · ')}`

/** Tells whom the reader chose; undefined while what stands there is nobody on record. */
export function ActorField({
  name,
  label,
  choose,
}: {
  name: string
  label: string
  choose: (party: Party | undefined) => void
}) {
  const [found, set] = useState<readonly Found[]>([])
  const look = async (words: string) => {
    const chosen = found.find((it) => wordsFor(it) === words)
    choose(chosen && partyOf(chosen))
    if (chosen || words.trim().length < 2) return
    const { rows } = await askApi<{ rows: Found[] }>(withQuery('/api/actors', { q: words.trim() }))
    set(rows.slice(0, 20))
  }
  return (
    <label class="field wide-field">
      <span>{label}</span>
      <input
        name={name}
        list={`found-${name}`}
        autocomplete="off"
        placeholder="a part of the name"
        onInput={(event) => look(event.currentTarget.value).catch(() => {})}
      />
      <datalist id={`found-${name}`}>
        {found.map((it) => (
          <option key={it.id} value={wordsFor(it)} />
        ))}
      </datalist>
    </label>
  )
}

const partyOf = ({ id, name, kind, country, sector }: Found): Party => ({
  id,
  name,
  kind,
  ...(country && { country }),
  ...(sector && { sector }),
})
