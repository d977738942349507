import { AppError } from '../core/errors.ts'
import type { Marketplace } from '../marketplaces/contract.ts'

/** What a stored listing is known by. */
export interface ListingKey {
  marketplace: string
  externalId: string
}

/** What the listing at an address may be known by, the surest first: as its site's addresses are read, else the address itself. */
export function keysOfAddress(marketplaces: ReadonlyMap<string, Marketplace>, address: string): ListingKey[] {
  const url = webAddress(address)
  const read = [...marketplaces.values()].flatMap(({ id, identify }) => {
    const found = identify?.(url)
    return found ? [{ marketplace: id, externalId: found.externalId }] : []
  })
  return [...read, ...[...marketplaces.keys()].map((marketplace) => ({ marketplace, externalId: url }))]
}

/** Why no listing is known at an address: nobody has seen it yet, or it is of no site whose links can be read. */
export function notStored(marketplaces: ReadonlyMap<string, Marketplace>, address: string): AppError {
  const url = webAddress(address)
  const site = [...marketplaces.values()].find(({ identify }) => identify?.(url))
  if (site !== undefined)
    return new AppError({
      ...{ code: 'listing-not-stored', status: 404 },
      message: `This listing on ${site.name} was not seen here yet. Watch it, and its page is read as soon as that can be done.`,
      params: { marketplace: site.name },
    })
  const names = [...marketplaces.values()].flatMap(({ name, identify }) => (identify ? [name] : []))
  const sites = new Intl.ListFormat('en', { type: 'disjunction' }).format(names)
  return new AppError({
    ...{ code: 'unknown-site', status: 404 },
    message: `No listing is known at this address, and it is not that of a listing on ${sites}. Copy the address of the page of one listing, or ask by its title.`,
    params: { sites },
  })
}

const webAddress = (address: string) =>
  /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`
