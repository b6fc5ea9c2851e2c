/** Which addresses of the network are of the public internet, by IANA's registries of special-purpose addresses. */
import { BlockList, isIP } from 'node:net'

/** IPv4 that is not of the public internet: this network, private, shared, loopback, link-local (with the metadata of clouds), …  */
const SPECIAL_4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`

/** All of IPv6 that is given out for the public internet (RFC 4291) … */
const GLOBAL_6 = '2000::/3'
/** … but for Teredo and other protocols, documentation, 6to4, which may stand for any IPv4 address. */
const SPECIAL_6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20'

/** IPv6 forms of an IPv4 address: mapped (RFC 4291), and as a network without IPv4 translates it (NAT64, RFC 6052). */
const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/
const TRANSLATED = /^64:ff9b::([0-9a-f]{1,4}):([0-9a-f]{1,4})$/

const listOf = (subnets: string, family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const subnet of subnets.split(/\s+/)) {
    const [address, prefix] = subnet.split('/')
    list.addSubnet(address!, Number(prefix), family)
  }
  return list
}

const special4 = listOf(SPECIAL_4, 'ipv4')
const special6 = listOf(SPECIAL_6, 'ipv6')
const global6 = listOf(GLOBAL_6, 'ipv6')

/** Whether an address, as DNS or a socket gives it, is of the public internet. What is no address is not. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !special4.check(address, 'ipv4')
  // A zone ("fe80::1%eth0") says that the address means something on this machine's networks alone.
  if (isIP(address) !== 6 || address.includes('%')) return false
  const inner = ipv4Within(address)
  if (inner) return isPublic(inner)
  return global6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
}

/** The IPv4 address that an IPv6 address stands for. */
function ipv4Within(address: string): string | undefined {
  const short = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [, high, low] = MAPPED.exec(short) ?? TRANSLATED.exec(short) ?? []
  if (high === undefined || low === undefined) return undefined
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [a >> 8, a & 255, b >> 8, b & 255].join('.')
}
