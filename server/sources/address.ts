import type { Marketplace } from '../marketplaces/contract.ts'

/** What a stored listing is known by. */
export interface ListingKey {
  marketplace: string
  externalId: string
}

/** What the listing at an address may be known by, the surest first: as its site's addresses are read, else the address itself. */
export function keysOfAddress(marketplaces: ReadonlyMap<string, Marketplace>, address: string): ListingKey[] {
  const url = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`
  const read = [...marketplaces.values()].flatMap(({ id, identify }) => {
    const found = identify?.(url)
    return found ? [{ marketplace: id, externalId: found.externalId }] : []
  })
  return [...read, ...[...marketplaces.keys()].map((marketplace) => ({ marketplace, externalId: url }))]
}
