/** Countries, sectors and organisations in the code books of other data sets. */
import { once, registry } from '../actors/index.ts'
import { readTable } from '../lexicon.ts'

const tableBy = <Column extends string>(name: string, columns: readonly Column[], key: NoInfer<Column>) =>
  new Map(readTable(name, columns).map((row) => [row[key], row]))

const countries = once(() => tableBy('exports/countries.tsv', ['iso3', 'cow', 'cameo', 'ftm'], 'iso3'))
const sectors = once(() => tableBy('exports/sectors.tsv', ['plover', 'cameo', 'name'], 'plover'))
const scores = once(
  () =>
    new Map(
      readTable('exports/plover-scores.tsv', ['type', 'mode', 'score']).map((row) => [
        `${row.type} ${row.mode}`,
        Number(row.score),
      ]),
    ),
)
const stateNames = once(() => new Map(registry().states.map(({ iso3, name }) => [iso3, name])))

/** An organisation that no state owns, as other code books know it. */
export const international = once(() =>
  tableBy('exports/international.tsv', ['id', 'cameo', 'kind', 'group', 'plover'], 'id'),
)

/** A country's name; the code itself where it is none of our states. */
export const countryNameOf = (iso3: string | undefined): string => stateNames().get(iso3 ?? '') ?? iso3 ?? ''

/** Number in the Correlates of War list of states; undefined for what is not on it. */
export const cowOf = (iso3: string | undefined): string | undefined => countries().get(iso3 ?? '')?.cow || undefined

/** CAMEO's code of a country: mostly ISO 3166-1 alpha-3. */
export const cameoCountryOf = (iso3: string | undefined): string => countries().get(iso3 ?? '')?.cameo || (iso3 ?? '')

/** FollowTheMoney's code of a country. */
export const ftmCountryOf = (iso3: string | undefined): string | undefined =>
  countries().get(iso3 ?? '')?.ftm || undefined

/** CAMEO's role code of a PLOVER sector; empty where CAMEO has none. */
export const cameoRoleOf = (sector: string | undefined): string => sectors().get(sector ?? '')?.cameo ?? ''

/** A PLOVER sector in words. */
export const sectorNameOf = (sector: string | undefined): string => sectors().get(sector ?? '')?.name ?? ''

/** PLOVER's score of a type and mode, -10 (conflict) to 10 (cooperation). */
export const ploverScoreOf = (type: string, mode = ''): number | undefined =>
  scores().get(`${type} ${mode}`) ?? scores().get(`${type} `)
