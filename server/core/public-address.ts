import ipaddr from 'ipaddr.js'

/**
 * True for an address that belongs to the public internet. Everything special is refused: loopback, private, what
 * clouds answer their machines at (metadata), link-local, carrier-grade NAT, unique-local, multicast, unspecified, documentation and
 * transition ranges. IPv4 inside IPv6 (mapped, NAT64) is evaluated by the IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return isPublicIpv4(parsed)
  const range = parsed.range()
  if (range === 'ipv4Mapped') return isPublicIpv4(parsed.toIPv4Address())
  // Only the well-known prefix: DNS64 networks answer with it for every IPv4-only site.
  if (parsed.match(nat64())) return isPublicIpv4(embeddedIpv4(parsed))
  // Only 2000::/3 is handed out; the rest (site-local, IPv4-compatible, …) leads nowhere public.
  return range === 'unicast' && ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000
}

/** Metadata and agents of clouds at addresses that look public: Azure's. The others have special ranges. */
const cloudOnly: ReadonlySet<string> = new Set(['168.63.129.16'])

function isPublicIpv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !cloudOnly.has(address.toString())
}

const nat64 = (): [ipaddr.IPv6, number] => [ipaddr.IPv6.parse('64:ff9b::'), 96]

function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(12))
}
