import { stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { coded, OnrecordError } from '../errors.ts'
import { gather, isGzip, peek, rawBytesOf, STDIN, sizeOf, unpackedBytes, unpackedHead } from './bytes.ts'
import { certainFormat, formatOfContent, formatOfName, mayHoldNews, refuseBinary, SNIFF_BYTES } from './format.ts'
import type { Input, InputFormat } from './input.ts'
import { ndjsonInputs } from './ndjson.ts'
import { type Bounded, DEFAULT_MAX_BYTES, type SourceOptions } from './options.ts'
import type { Selection } from './warc/index.ts'
import type { pageInputs } from './web/index.ts'

/** The articles behind the given files, folders, globs, addresses of the web and "-", in the order given; files of a folder by name. */
export async function* openSources(places: readonly string[], options: SourceOptions = {}): AsyncGenerator<Input> {
  const { select } = options
  if (select?.cdx) {
    yield* selected(places, { ...select, cdx: select.cdx }, options)
    return
  }
  let pages: ReturnType<typeof pageInputs> | undefined
  for (const place of places) {
    if (isAddress(place)) {
      pages ??= await webPages(options)
      yield* pages(place)
      continue
    }
    try {
      for (const path of await filesOf(place)) yield* open(path, options, path !== place)
    } catch (error) {
      yield { uri: place, format: options.from ?? 'text', error: coded(error) }
    }
  }
}

/** The pages that an index lists of the WARC files behind some places. */
async function* selected(
  places: readonly string[],
  select: Selection & { cdx: string },
  options: SourceOptions,
): AsyncGenerator<Input> {
  try {
    const paths = (await Promise.all(places.map(filesOf))).flat()
    const { selectedInputs } = await import('./warc/index.ts')
    yield* selectedInputs(paths, select, { maxBytes: DEFAULT_MAX_BYTES, ...options })
  } catch (error) {
    yield { uri: select.cdx, format: 'warc', error: coded(error) }
  }
}

const isAddress = (place: string): boolean => /^https?:\/\//i.test(place)

/** What fetches pages: one for all addresses, so that no host is asked too often. */
async function webPages({ web, maxBytes = DEFAULT_MAX_BYTES }: SourceOptions): Promise<ReturnType<typeof pageInputs>> {
  const { pageInputs } = await import('./web/index.ts')
  return pageInputs({ ...web, limits: { maxBytes, ...web?.limits } })
}

/**
 * How many bytes of articles lie behind some places, unpacked as far as gzip tells; undefined where nobody can know (standard
 * input, the web, gzip data in several members). For showing how far a long work is, not for more.
 */
export async function extentOf(places: readonly string[]): Promise<number | undefined> {
  let bytes = 0
  for (const place of places) {
    if (place === STDIN || isAddress(place)) return undefined
    for (const path of await filesOf(place).catch(() => [])) bytes += await sizeOf(path).catch(() => 0)
  }
  return Number.isNaN(bytes) ? undefined : bytes
}

async function filesOf(place: string): Promise<string[]> {
  if (place === STDIN) return [place]
  const entry = await stat(place).catch(() => undefined)
  if (entry?.isDirectory()) return readable(await glob('**/*', { cwd: place }), place, (name) => join(place, name))
  if (!entry && isDynamicPattern(place))
    return readable(await glob(place, { expandDirectories: false, absolute: isAbsolute(place) }), place)
  return [place]
}

/** Known endings only: a folder's README or stylesheet is no article. */
function readable(names: string[], place: string, toPath = (name: string) => name): string[] {
  const paths = names.filter((name) => formatOfName(name) || mayHoldNews(name)).map(toPath)
  if (paths.length === 0) {
    throw new OnrecordError(
      'E_NO_FILES',
      `${place} holds no file with an ending that onrecord reads. Check the path, or give the files themselves.`,
    )
  }
  return paths.sort()
}

/** Of packed data, so many bytes are unpacked to tell what it is: a bomb of this size stays small. */
const PACKED_SNIFF_BYTES = 4096

/** @param met in a folder or by a pattern, and not named by itself */
async function* open(
  path: string,
  { maxBytes = DEFAULT_MAX_BYTES, ...others }: SourceOptions,
  met: boolean,
): AsyncGenerator<Input> {
  const options = { ...others, maxBytes }
  let format = options.from
  try {
    const raw = await peek(rawBytesOf(path), SNIFF_BYTES)
    const start = isGzip(raw.head) ? unpackedHead(raw.head.subarray(0, PACKED_SNIFF_BYTES)) : raw.head
    format ??= (await certainFormat(start)) ?? formatOfName(path)
    if (!format && met) return
    if (format === 'warc') {
      const { warcInputs } = await import('./warc/index.ts')
      yield* warcInputs(raw.rest, path, options)
      return
    }
    const { head, rest } = await peek(unpackedBytes(raw.rest, path), SNIFF_BYTES)
    format ??= formatOfContent(head, path)
    yield* inputsOf({ head, rest }, path, format, options)
  } catch (error) {
    yield { uri: path, format: format ?? 'text', error: coded(error) }
  }
}

/** The articles of a stream, unpacked, in a format that is known. */
async function* inputsOf(
  { head, rest }: { head: Buffer; rest: AsyncGenerator<Buffer> },
  path: string,
  format: Exclude<InputFormat, 'warc'>,
  options: Bounded,
): AsyncGenerator<Input> {
  if (format === 'ndjson') {
    yield* ndjsonInputs(rest, options.maxBytes, path)
  } else if (format === 'text' || format === 'html') {
    refuseBinary(head, path)
    yield { uri: path, format, body: { kind: format, data: await gather(rest, options.maxBytes, path) } }
  } else {
    const { databaseInputs } = await import('./databases/index.ts')
    yield* databaseInputs(rest, path, format, options)
  }
}
