import { fileURLToPath } from 'node:url'
import type { Channel } from '../channels/contract.ts'
import { loadAdapters } from '../core/adapters.ts'
import type { Marketplace } from '../marketplaces/contract.ts'
import { siteCodesOf } from '../model/site-codes.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Every adapter of this version; loaded before the configuration, which has their options. */
export async function loadAllAdapters() {
  const marketplaces = await loadAdapters<Marketplace>(here('../marketplaces'), [
    'compile',
    'search',
    'parse',
  ])
  const channels = await loadAdapters<Channel>(here('../channels'), ['unavailable', 'deliver'])
  return { marketplaces, channels, siteCodes: siteCodesOf(marketplaces.values()) }
}
export type Adapters = Awaited<ReturnType<typeof loadAllAdapters>>
