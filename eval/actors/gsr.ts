/**
 * Country and sector of the actors of the PLOVER gold standard records, given the words that name them. An IGO or NGO has no country.
 * Sectors are compared by their first three letters; "***" and blank in the gold are not counted.
 */
import { join } from 'node:path'
import { actorsOf, describe } from '../../src/actors/index.ts'
import { analyse } from '../../src/language/index.ts'
import { digestOf, round, rowsOf, type Score } from '../data.ts'

interface GoldActor {
  actorText: string
  code: string
  sector?: string
}
interface Row {
  text: string
  source: GoldActor[] | ''
  target: GoldActor[] | ''
}

/** Slips of the gold's coders, and the code meant; "CIV" as a sector is "CVL". */
const mended: Record<string, string> = { JAP: 'JPN', VTN: 'VNM' }
const noCountry = new Set(['IGO', 'NGO', 'INT', 'IMG', 'MNC'])

export interface Miss {
  text: string
  words: string
  wanted: string
  got: string
}

export async function gsrScores(data: string, onMiss: (miss: Miss) => void = () => {}): Promise<Score[]> {
  const path = join(data, 'events', 'gsr-dev.ndjson')
  const tally = { country: [0, 0], sector: [0, 0] } as const satisfies Record<string, [number, number]>
  const count = (what: 'country' | 'sector', wanted: string, got: string, row: Row, words: string) => {
    tally[what][1]++
    if (wanted === got) tally[what][0]++
    else onMiss({ text: row.text, words, wanted, got })
  }
  for (const row of rowsOf<Row>(path)) {
    const analysis = await analyse(row.text)
    const given = { analysis, actors: actorsOf(analysis) }
    for (const { actorText, code, sector } of [...(row.source || []), ...(row.target || [])]) {
      const start = row.text.indexOf(actorText)
      if (start < 0) continue
      const told = describe({ start, end: start + actorText.length }, given)
      count('country', noCountry.has(code) ? '' : (mended[code] ?? code), told.country ?? '', row, actorText)
      if (sector && sector !== '***')
        count('sector', sector === 'CIV' ? 'CVL' : sector.slice(0, 3), told.sector ?? '', row, actorText)
    }
  }
  const digest = digestOf(path)
  return (['country', 'sector'] as const).map((what) => ({
    name: `actors.gsr.${what}`,
    value: round((100 * tally[what][0]) / tally[what][1], 1),
    data: digest,
  }))
}
