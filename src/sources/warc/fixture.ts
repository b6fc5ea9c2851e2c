/** WARC records for tests and benches, as bytes. */
import { gzipSync } from 'node:zlib'

export interface RecordParts {
  type?: string
  url?: string
  date?: string
  /** Further headers of the record. */
  headers?: Record<string, string>
  /** Headers of the HTTP response; for other types than response and revisit, `block` is the whole block. */
  http?: Record<string, string>
  status?: number
  block?: string | Buffer
}

/** One record, not packed. */
export function warcRecord(parts: RecordParts): Buffer {
  const { type = 'response', url = 'https://wire.example/a', date = '2016-07-14T08:00:00Z', block = '' } = parts
  const { headers = {}, http = { 'Content-Type': 'text/html; charset=utf-8' }, status = 200 } = parts
  const isHttp = type === 'response' || type === 'revisit'
  const head = isHttp ? `HTTP/1.1 ${status} Some\r\n${lines(http)}\r\n` : ''
  const body = Buffer.concat([Buffer.from(head), Buffer.from(block)])
  const all = {
    'WARC-Type': type,
    'WARC-Target-URI': url,
    'WARC-Date': date,
    'Content-Type': isHttp ? 'application/http; msgtype=response' : 'application/warc-fields',
    ...headers,
    'Content-Length': String(body.length),
  }
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines(all)}\r\n`), body, Buffer.from('\r\n\r\n')])
}

const lines = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')

/** Records packed one by one, as crawlers write them, and where each begins. */
export function packed(records: readonly Buffer[]): { bytes: Buffer; offsets: number[] } {
  const members = records.map((record) => gzipSync(record))
  const offsets = members.map((_, i) => members.slice(0, i).reduce((sum, { length }) => sum + length, 0))
  return { bytes: Buffer.concat(members), offsets }
}

/** A news page of our own words. */
export const pageAbout = (
  what: string,
): string => `<!DOCTYPE html><html><head><title>${what}</title></head><body><article><h1>${what}</h1>
<p>The harbour council of Port Amber said on Tuesday that ${what}, and that the ferries would sail again by the end of the month.</p>
<p>Mayor Lena Harrow told reporters that the council had met twice and that nobody had voted against the plan, which will cost four million.</p>
</article></body></html>`
