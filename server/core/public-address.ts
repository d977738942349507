import ipaddr from 'ipaddr.js'

/**
 * True for an address that belongs to the public internet. Everything special is refused: loopback, private,
 * link-local (cloud metadata), carrier-grade NAT, unique-local, multicast, unspecified, documentation and
 * transition ranges. IPv4 inside IPv6 (mapped, NAT64) is judged by the IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  const range = parsed.range()
  if (range === 'ipv4Mapped') return parsed.toIPv4Address().range() === 'unicast'
  // Only the well-known prefix: DNS64 networks answer with it for every IPv4-only site.
  if (parsed.match(nat64())) return embeddedIpv4(parsed).range() === 'unicast'
  // Only 2000::/3 is handed out; the rest (site-local, IPv4-compatible, …) leads nowhere public.
  return range === 'unicast' && ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000
}

const nat64 = (): [ipaddr.IPv6, number] => [ipaddr.IPv6.parse('64:ff9b::'), 96]

function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(12))
}
