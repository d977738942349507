import type { Sql } from '../../core/db.ts'
import type { OptionValues } from '../../core/options.ts'
import type { Marketplace } from '../../marketplaces/contract.ts'
import { listAcceptances } from './terms-store.ts'

export interface TermsDeps {
  marketplaces: ReadonlyMap<string, Marketplace>
  adapterOptions: OptionValues
}

/** True when its terms are accepted, or it asks for none; `options` as `withAccepted` gives them. */
export function isAllowed(marketplace: Marketplace, options: OptionValues): boolean {
  return marketplace.terms.acceptOption === undefined || options[marketplace.terms.acceptOption] === true
}

/**
 * The options, with those on that say that terms are accepted where somebody accepted them in the app. Read anew each time:
 * what is accepted or taken back counts at once in every process.
 */
export async function withAccepted<D extends TermsDeps>(deps: D, sql: Sql): Promise<D> {
  const accepted = await listAcceptances(sql)
  const on = [...deps.marketplaces.values()].flatMap(({ id, terms: { acceptOption } }) =>
    acceptOption !== undefined && accepted.has(id) ? [[acceptOption, true] as const] : [],
  )
  return { ...deps, adapterOptions: { ...deps.adapterOptions, ...Object.fromEntries(on) } }
}

/** Asked again at every claim: the plan may have been made when others were. */
export async function allowedMarketplaces(deps: TermsDeps, sql: Sql): Promise<string[]> {
  const { marketplaces, adapterOptions } = await withAccepted(deps, sql)
  return [...marketplaces.values()]
    .filter((marketplace) => isAllowed(marketplace, adapterOptions))
    .map(({ id }) => id)
}
