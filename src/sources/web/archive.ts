/** Keeps pages as they were sent, in a WARC file that any web archive's tools read, onrecord among them. */
import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { WARCRecord, WARCSerializer } from 'warcio'
import { OnrecordError } from '../../errors.ts'
import type { Answer } from './request.ts'

export interface Archive {
  /** Writes a page with what it was asked with: after this it is in the file. @throws OnrecordError E_WRITE */
  keep(answer: Answer): Promise<void>
}

/** Our record of a body holds it put together, so what told its pieces is no longer true. */
const OF_TRANSFER = new Set(['transfer-encoding', 'content-length', 'connection', 'keep-alive'])

const VERSION = 'WARC/1.1'

/**
 * An archive in a folder: one file a session, made when the first page comes, "onrecord-20261124101500123-4711.warc.gz". Each page is
 * two gzip members, written at once, so that a file whose end was cut off is read up to there.
 *
 * @param software what writes it, for those who find it
 */
export function openArchive(folder: string, software: string): Archive {
  const name = `onrecord-${new Date().toISOString().replace(/\D/g, '')}-${process.pid}.warc.gz`
  const path = join(folder, name)
  let begun = false
  let last: Promise<void> = Promise.resolve()

  async function write(answer: Answer): Promise<void> {
    const [response, request] = [responseOf(answer), requestOf(answer)]
    const id = response.warcHeader('WARC-Record-ID')
    if (id) request.warcHeaders.headers.set('WARC-Concurrent-To', id)
    const records = [response, request]
    if (!begun) {
      await mkdir(folder, { recursive: true })
      const info = { software, format: 'WARC File Format 1.1' }
      records.unshift(WARCRecord.createWARCInfo({ filename: name, warcVersion: VERSION }, info))
    }
    await appendFile(path, Buffer.concat(await Promise.all(records.map(packed))))
    begun = true
  }

  return {
    keep(answer) {
      const written = last.then(() => write(answer))
      last = written.catch(() => {})
      return written.catch((error) => {
        throw new OnrecordError('E_WRITE', `${folder} takes no pages (${error.message}). Check path and space.`, {
          cause: error,
        })
      })
    },
  }
}

const packed = (record: WARCRecord): Promise<Uint8Array> => WARCSerializer.serialize(record, { gzip: true })

function responseOf({ url, status, reason, rawHeaders, raw, retrieved }: Answer): WARCRecord {
  const headers: [string, string][] = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    if (!OF_TRANSFER.has(rawHeaders[i]!.toLowerCase())) headers.push([rawHeaders[i]!, rawHeaders[i + 1]!])
  }
  headers.push(['Content-Length', String(raw.length)])
  return recordOf('response', url, retrieved, `HTTP/1.1 ${status} ${reason}`, headers, raw)
}

function requestOf({ url, asked, retrieved }: Answer): WARCRecord {
  const headers: [string, string][] = [['Host', url.host], ...Object.entries(asked)]
  return recordOf('request', url, retrieved, `GET ${url.pathname}${url.search} HTTP/1.1`, headers, Buffer.alloc(0))
}

const recordOf = (
  type: 'response' | 'request',
  url: URL,
  date: string,
  statusline: string,
  httpHeaders: [string, string][],
  body: Buffer,
): WARCRecord =>
  WARCRecord.create(
    { type, url: url.href, date, warcVersion: VERSION, statusline, httpHeaders, keepHeadersCase: true },
    [body],
  )
