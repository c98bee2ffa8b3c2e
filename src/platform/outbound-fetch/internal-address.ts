import { BlockList, isIP, isIPv6 } from 'node:net'

/** Networks of IPv4 that belong to nobody on the internet, or to the machine and its neighbours (IANA special-purpose registry, RFC 6890). */
const networks4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local; 169.254.169.254 hands out the keys of a machine in most clouds.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Answers only to machines inside one cloud, although it looks public.
  ['168.63.129.16', 32],
]

/** The same for IPv6. What carries an IPv4 address inside (mapped, NAT64, 6to4, Teredo) could lead back in, so none of it is taken. */
const networks6: readonly (readonly [network: string, prefix: number])[] = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

const closed4 = new BlockList()
for (const [network, prefix] of networks4) closed4.addSubnet(network, prefix, 'ipv4')
const closed6 = new BlockList()
for (const [network, prefix] of networks6) closed6.addSubnet(network, prefix, 'ipv6')

/** Whether an IP address is private, of this machine, link-local, of a cloud's metadata service or otherwise not on the public internet. What is no address counts as one. */
export function isInternalAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (isIP(plain) === 0) return true
  return isIPv6(plain) ? closed6.check(plain, 'ipv6') : closed4.check(plain, 'ipv4')
}
