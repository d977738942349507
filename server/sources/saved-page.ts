import { reader } from '../core/reader-pool.ts'
import type { Marketplace, SearchPage } from '../marketplaces/contract.ts'

/** The bytes of a page that somebody saved, as the adapter in this folder reads it. */
export async function readSavedPage(folder: string, page: Uint8Array, url?: string): Promise<SearchPage> {
  const adapter = (await import(`${folder}/index.ts`)) as { default: Marketplace }
  return adapter.default.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(page), url)
}

export const savedPageReader = reader<typeof readSavedPage>(new URL(import.meta.url), 'readSavedPage')
