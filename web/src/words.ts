/** Codes of the record in words. */

export type Kind = 'statement' | 'event' | 'commitment'

export const kindOf = (row: string): Kind => (row[0] === 's' ? 'statement' : row[0] === 'e' ? 'event' : 'commitment')

const sourcing: Record<string, string> = {
  named: 'a named person',
  office: 'an office',
  unnamed: 'unnamed people',
  document: 'a document',
  outlet: 'another outlet',
  crowd: 'a crowd',
  none: 'nobody named',
}
export const sourcingWords = (code: unknown): string => sourcing[String(code)] ?? String(code ?? '')

export const quadWords: Record<string, string> = {
  1: 'verbal cooperation',
  2: 'material cooperation',
  3: 'verbal conflict',
  4: 'material conflict',
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const numbers = new Intl.NumberFormat('en-GB')

/** "14 July 2016" of "2016-07-14" and what follows; what is no day stays as it is. */
export function dayWords(iso: unknown): string {
  const day = String(iso ?? '').slice(0, 10)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? days.format(new Date(`${day}T00:00:00Z`)) : String(iso ?? '')
}
export const monthWords = (month: string): string => months.format(new Date(`${month}-01T00:00:00Z`))
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${numbers.format(n)} ${n === 1 ? one : many}`
export const numberWords = (n: unknown): string => numbers.format(Number(n))

/** An address that may be linked to: pages of the web, nothing that runs. */
export const webAddress = (uri: unknown): string | undefined =>
  /^https?:\/\//i.test(String(uri)) ? String(uri) : undefined

export const articlePath = (document: string, row?: string): string =>
  `/article/${encodeURIComponent(document)}${row ? `#${row}` : ''}`
/** A place in an article, by characters: opens it with these words marked. */
export const wordsPath = (document: string, start: number, end: number): string =>
  `${articlePath(document)}#${start}-${end}`
export const actorPath = (id: string): string => `/actor/${encodeURIComponent(id)}`
