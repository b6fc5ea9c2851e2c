/** The dates of feeds (RFC 822, RFC 3339) -> ISO 8601, their zones kept. */

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** RFC 822's names of zones; other letters are read as no zone. */
const ZONES: Record<string, string> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
}
const RFC_822 = /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,3})?/i

/** "2026-11-24T10:00:00+02:00" of "Tue, 24 Nov 2026 10:00:00 +0200"; what is written otherwise stays as it is. */
export function instantOf(text: string): string {
  const [, date = '', name = '', year, hour = '', minute, second = '00', zone = ''] = RFC_822.exec(text) ?? []
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  if (month === 0) return text.trim()
  const day = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : ZONES[zone.toLowerCase()]
  return offset ? `${day}T${hour.padStart(2, '0')}:${minute}:${second}${offset}` : day
}
