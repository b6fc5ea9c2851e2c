import { stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { coded, OnrecordError } from '../errors.ts'
import { bytesOf, gather, peek, STDIN, sizeOf } from './bytes.ts'
import { formatOfContent, formatOfName, refuseBinary, SNIFF_BYTES } from './format.ts'
import type { Input, InputFormat } from './input.ts'
import { ndjsonInputs } from './ndjson.ts'
import type { pageInputs, WebSourceOptions } from './web/index.ts'

/** No news page comes near 32 MiB; what does is a dump in the wrong format or an attack. */
export const DEFAULT_MAX_BYTES = 32 * 1024 * 1024

export interface SourceOptions {
  /** The format of every input, where names and contents do not say. */
  from?: InputFormat
  /** The most bytes one article may have, unpacked. */
  maxBytes?: number
  /** How pages are fetched. */
  web?: WebSourceOptions
}

/** The articles behind the given files, folders, globs, addresses of the web and "-", in the order given; files of a folder by name. */
export async function* openSources(places: readonly string[], options: SourceOptions = {}): AsyncGenerator<Input> {
  let pages: ReturnType<typeof pageInputs> | undefined
  for (const place of places) {
    if (isAddress(place)) {
      pages ??= await webPages(options)
      yield* pages(place)
      continue
    }
    try {
      for (const path of await filesOf(place)) yield* open(path, options)
    } catch (error) {
      yield { uri: place, format: options.from ?? 'text', error: coded(error) }
    }
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
 * input, the web). For showing how far a long work is, not for more.
 */
export async function extentOf(places: readonly string[]): Promise<number | undefined> {
  let bytes = 0
  for (const place of places) {
    if (place === STDIN || isAddress(place)) return undefined
    for (const path of await filesOf(place).catch(() => [])) bytes += await sizeOf(path).catch(() => 0)
  }
  return bytes
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
  const paths = names.filter((name) => formatOfName(name)).map(toPath)
  if (paths.length === 0) {
    throw new OnrecordError('E_NO_FILES', `${place} matches no .html, .txt or .ndjson file. Check the path.`)
  }
  return paths.sort()
}

async function* open(path: string, { from, maxBytes = DEFAULT_MAX_BYTES }: SourceOptions): AsyncGenerator<Input> {
  let format = from ?? formatOfName(path)
  try {
    const { head, rest } = await peek(bytesOf(path), SNIFF_BYTES)
    format ??= formatOfContent(head, path)
    if (format === 'ndjson') {
      yield* ndjsonInputs(rest, maxBytes, path)
      return
    }
    refuseBinary(head.subarray(0, SNIFF_BYTES), path)
    yield { uri: path, format, body: { kind: format, data: await gather(rest, maxBytes, path) } }
  } catch (error) {
    yield { uri: path, format: format ?? 'text', error: coded(error) }
  }
}
