import { createHash } from 'node:crypto'
import { adapterSecrets } from '../core/field-secrets.ts'
import { type AddressSecrets, hideInError, hideSecrets, secretHider } from '../core/secret-address.ts'
import type { DetailsResult, Marketplace, MarketplaceContext, SearchPage } from '../marketplaces/contract.ts'
import type { SeenListing } from '../model/listing-schema.ts'

/** A page of a search that repeats nothing secret of the source's settings or the operator's options: no token in a link, no login in a reason. */
export async function searchDiscreetly(
  marketplace: Marketplace,
  request: Record<string, string>,
  cursor: string | null,
  ctx: MarketplaceContext,
): Promise<SearchPage> {
  const secrets = adapterSecrets(marketplace, ctx)
  if (secrets.all.length === 0) return marketplace.search(request, cursor, ctx)
  try {
    const page = await marketplace.search(request, cursor, ctx)
    return {
      ...page,
      listings: discreetListings(page.listings, secrets),
      ...(page.reason !== undefined && { reason: hideSecrets(page.reason, secrets.all) }),
      ...(page.rejected && {
        rejected: page.rejected.map((one) => ({ ...one, reason: hideSecrets(one.reason, secrets.all) })),
      }),
    }
  } catch (error) {
    throw hideInError(error, secrets.all)
  }
}

/** The same for a listing's own page; only for marketplaces that read it. */
export async function detailsDiscreetly(
  marketplace: Marketplace,
  listing: { externalId: string; url: string },
  ctx: MarketplaceContext,
): Promise<DetailsResult> {
  const secrets = adapterSecrets(marketplace, ctx)
  try {
    const result = await marketplace.details!(listing, ctx)
    return {
      ...result,
      ...(result.listing && { listing: discreetListings([result.listing], secrets)[0]! }),
      ...(result.reason !== undefined && { reason: hideSecrets(result.reason, secrets.all) }),
    }
  } catch (error) {
    throw hideInError(error, secrets.all)
  }
}

/**
 * A listing goes into plain columns and messages to others. A link that holds a secret leads to the site instead; of
 * texts only what is surely a secret is hidden, since words of an address are also words of what is sold.
 */
function discreetListings(listings: readonly SeenListing[], { sure }: AddressSecrets): SeenListing[] {
  const hide = secretHider(sure)
  return listings.map((listing) => {
    const { url, imageUrls, ...texts } = listing
    const shown = mapTexts(texts, hide) as typeof texts
    return {
      ...shown,
      // Ids stay apart from each other.
      externalId: shown.externalId === texts.externalId ? texts.externalId : hashed(texts.externalId),
      url: discreetLink(url, hide) ?? `${new URL(url).origin}/`,
      ...(imageUrls !== undefined && {
        imageUrls: imageUrls.flatMap((one) => discreetLink(one, hide) ?? []),
      }),
    }
  })
}

const hashed = (text: string) => createHash('sha256').update(text).digest('hex')

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, change)]))
}

/** Without login and secret parameters; null where the rest still holds a secret. */
function discreetLink(address: string, hide: (text: string) => string): string | null {
  const url = URL.parse(address)
  if (url === null) return hide(address) === address ? address : null
  if (hide(address) === address && !url.username && !url.password) return address
  url.username = ''
  url.password = ''
  for (const [name, value] of [...url.searchParams]) {
    if (hide(value) !== value) url.searchParams.delete(name)
  }
  return hide(url.href) === url.href ? url.href : null
}
