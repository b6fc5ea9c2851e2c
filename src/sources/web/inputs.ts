/** Addresses given by a user -> inputs, one a page. */
import { coded } from '../../errors.ts'
import type { Input } from '../input.ts'
import { addressKey } from './address.ts'
import { webAddress } from './guard.ts'
import { fetchPage } from './page.ts'
import { openWeb, type WebOptions } from './web.ts'

export interface WebSourceOptions extends WebOptions {
  /** Whether an article is on record: asked before a page is fetched, and for what the page says is its own address. */
  isKnown?(address: string): boolean
  /** Called for what is passed over, because it is on record or was given before. */
  onKnown?(address: string): void
}

/** What fetches one article after another; what cannot be fetched comes out as an input with an error. */
export function pageInputs(options: WebSourceOptions = {}): (address: string) => AsyncGenerator<Input> {
  const web = openWeb(options)
  const given = new Set<string>()
  const isKnown = (address: string): boolean => given.has(addressKey(address)) || options.isKnown?.(address) === true
  return async function* (place) {
    try {
      const address = webAddress(place).href
      if (isKnown(address)) return options.onKnown?.(address)
      const input = await fetchPage(web, address)
      if (isKnown(input.uri)) return options.onKnown?.(input.uri)
      given.add(addressKey(input.uri))
      yield input
    } catch (error) {
      yield { uri: place, format: 'html', error: coded(error) }
    }
  }
}
