/** The pages that an index of WARC files lists and a selection wants: only their bytes are read. */
import { basename } from 'node:path'
import { coded, OnrecordError } from '../../errors.ts'
import { bytesOf } from '../bytes.ts'
import type { Input } from '../input.ts'
import { linesOf } from '../lines.ts'
import type { Bounded } from '../options.ts'
import { type CdxEntry, cdxEntry } from './cdx.ts'
import { pageAt, pageOf, revisited } from './pages.ts'
import { originals } from './revisits.ts'
import { type Selection, selector } from './selection.ts'

/** No address and its data fill more. */
const MAX_LINE_BYTES = 1024 * 1024

interface Found {
  entry: CdxEntry
  path: string
}

/**
 * The selected pages of some WARC files in the order of the index, revisits of pages that come later after them. What the index gets
 * wrong comes out as an input with an error: E_CDX, or E_WARC where no record begins.
 */
export async function* selectedInputs(
  paths: readonly string[],
  selection: Selection & { cdx: string },
  options: Bounded,
): AsyncGenerator<Input> {
  const wanted = selector(selection)
  const byName = new Map(paths.map((path) => [basename(path), path]))
  const unknown = new Set<string>()
  const seen = originals()
  const later: Found[] = []
  let missing = 0

  for await (const { number, bytes, error } of linesOf(bytesOf(selection.cdx), MAX_LINE_BYTES, selection.cdx)) {
    const place = `${selection.cdx}:${number}`
    const entry = error ? undefined : cdxEntry(bytes.toString('utf8'))
    if (entry === null) continue
    if (!entry) {
      yield failed(place, 'is no line of a CDXJ or CDX index. Mend it or index the WARC files again.')
      continue
    }
    // An index of one file need not name it.
    const name = basename(entry.filename ?? '')
    const path = byName.get(name) ?? (name === '' && paths.length === 1 ? paths[0] : undefined)
    if (path && entry.mime !== 'warc/revisit') seen.add(headersOf(entry), { path, offset: entry.offset })
    if (!wanted(entry)) continue
    if (!path) {
      if (!unknown.has(name))
        yield failed(place, `lies in ${name || 'a file without a name'}, which is not among the inputs. Give that too.`)
      unknown.add(name)
      continue
    }
    const input = await read({ entry, path })
    if (input) yield input
    else if (entry.mime === 'warc/revisit') later.push({ entry, path })
  }
  for (const found of later) {
    const input = await read(found)
    if (input) yield input
    else missing += 1
  }
  if (missing > 0) {
    const message = `${selection.cdx}: ${missing} of the selected records are revisits of pages that the index does not list, and were passed over.`
    options.notice?.({ code: 'W_REVISIT', message })
  }

  async function read({ entry, path }: Found): Promise<Input | undefined> {
    try {
      return await pageAt(path, entry.offset, options, async (record) => {
        if (record.type !== 'revisit') return pageOf(record, path, options)
        const input = await revisited(record, seen, options)
        return input && { ...input, uri: `${path}:${record.offset}` }
      })
    } catch (error) {
      return { uri: `${path}:${entry.offset}`, format: 'warc', error: coded(error) }
    }
  }
}

/** An entry as the record says it. */
const headersOf = ({ digest, url }: CdxEntry) => ({
  header: (name: string) =>
    name === 'WARC-Payload-Digest' ? digest && (digest.includes(':') ? digest : `sha1:${digest}`) : url,
})

const failed = (place: string, what: string): Input => ({
  uri: place,
  format: 'warc',
  error: new OnrecordError('E_CDX', `${place} ${what}`),
})
