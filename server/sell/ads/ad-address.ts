import { badInput } from '../../core/errors.ts'
import type { SellDeps } from '../deps.ts'

/** The address of an ad as its site's are written; refuses what leads somewhere else. */
export function adAddress(deps: Pick<SellDeps, 'postingPlaces'>, marketplace: string, url: string): string {
  const place = deps.postingPlaces.get(marketplace)
  if (place === undefined) return url
  const address = place.adAt(url)
  if (address !== null) return address
  throw badInput(`That is no address of an ad on ${place.name}: copy it from the page of your ad.`, {
    url: `is no address of an ad on ${place.name}`,
  })
}
