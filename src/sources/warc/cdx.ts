/** Lines of an index of WARC files: CDXJ as pywb and Common Crawl write it, and the older CDX of eleven columns. */
import { z } from 'zod'

export interface CdxEntry {
  /** Time of fetching, 14 digits or fewer. */
  timestamp: string
  url: string
  mime?: string
  status?: string
  digest?: string
  /** Where the record begins in its file, in bytes. */
  offset: number
  /** How many bytes it takes there. */
  length?: number
  /** Name of its file, where the index is of several. */
  filename?: string
}

const count = z.union([z.number(), z.string()]).transform(Number).pipe(z.number().int().nonnegative())
const text = z.union([z.string(), z.number()]).transform(String).optional()
const Json = z.object({
  url: z.string(),
  mime: text,
  status: text,
  digest: text,
  offset: count,
  length: count.optional(),
  filename: text,
})

/** The entry in a line; null for a heading or an empty line, undefined for one that is no entry. */
export function cdxEntry(line: string): CdxEntry | null | undefined {
  if (/^\s*$|^ ?CDX |^!/.test(line)) return null
  const json = /^\S+ (\d{4,17}) (\{.*\})\s*$/.exec(line)
  if (json) {
    const found = Json.safeParse(parsed(json[2]!))
    return found.success ? present({ timestamp: json[1]!, ...found.data }) : undefined
  }
  const cells = line.trim().split(/\s+/)
  const [, timestamp, url, mime, status, digest, , , length, offset, filename] = cells
  if (cells.length !== 11 || !/^\d{4,17}$/.test(timestamp!) || !/^\d+$/.test(offset!)) return undefined
  return present({
    timestamp: timestamp!,
    url: url!,
    mime,
    status,
    digest,
    offset: Number(offset),
    length: /^\d+$/.test(length!) ? Number(length) : undefined,
    filename,
  })
}

const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
