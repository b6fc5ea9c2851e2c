/** Guards where a connection may go: the addresses of a name are checked by what connects to them, so that no second answer counts. */
import { type LookupAddress, lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { OnrecordError } from '../../errors.ts'
import { isPublic } from './public-address.ts'

/** The addresses of a name. */
export type Resolve = (name: string) => Promise<LookupAddress[]>

export interface GuardOptions {
  /** Let connections go to this machine and private networks, too. */
  allowPrivate?: boolean
  /** What to ask instead of the system. */
  resolve?: Resolve
  /** What counts as an address of the public internet. */
  publicly?: (address: string) => boolean
}

const isAllowed = ({ allowPrivate, publicly = isPublic }: GuardOptions, address: string): boolean =>
  allowPrivate || publicly(address)

const resolveBySystem: Resolve = (name) =>
  new Promise((done, fail) => {
    lookup(name, { all: true, verbatim: true }, (error, addresses) => (error ? fail(error) : done(addresses)))
  })

/**
 * An address of the web as a URL, if it is one that may be asked at all.
 *
 * @throws OnrecordError E_ADDRESS
 */
export function webAddress(text: string, base?: string): URL {
  let url: URL
  try {
    url = new URL(text.trim(), base)
  } catch {
    throw new OnrecordError('E_ADDRESS', `${text} is no address of the web. Give one with http:// or https://.`)
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new OnrecordError('E_ADDRESS', `${url} is not on the web. Only http:// and https:// are fetched.`)
  }
  if (url.username !== '' || url.password !== '') {
    url.username = url.password = ''
    throw new OnrecordError('E_ADDRESS', `${url} was given with a name or password. Give it without.`)
  }
  return url
}

/**
 * Refuses an address that is a number of a private network; names are checked by {@link guardedLookup}, which is not asked for numbers.
 *
 * @throws OnrecordError E_PRIVATE
 */
export function checkNumber({ hostname }: URL, options: GuardOptions): void {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isAllowed(options, host)) throw isPrivate(host, host)
}

/**
 * What a socket asks for the addresses of a name: all of them are checked, and only they are connected to. A name with one
 * address outside the public internet is refused whole.
 */
export const guardedLookup =
  (options: GuardOptions): LookupFunction =>
  (name, { all, family }, done) => {
    const { resolve = resolveBySystem } = options
    resolve(name).then(
      (found) => {
        const bad = found.find(({ address }) => !isAllowed(options, address))
        if (bad) return done(isPrivate(name, bad.address), '', 0)
        const wanted = found.filter((it) => !family || family === it.family || family === `IPv${it.family}`)
        const [first] = wanted
        if (!first) return done(Object.assign(new Error(`${name} has no address`), { code: 'ENOTFOUND' }), '', 0)
        if (all) return done(null, wanted)
        done(null, first.address, first.family)
      },
      (error) => done(error, '', 0),
    )
  }

const isPrivate = (name: string, address: string): OnrecordError =>
  new OnrecordError(
    'E_PRIVATE',
    `${name}${name === address ? '' : ` (${address})`} is an address of this machine or a private network. Give --allow-private if it is meant.`,
  )
