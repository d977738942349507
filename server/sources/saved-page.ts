import { badInput } from '../core/errors.ts'
import { type Read, ReadingFailed, reader } from '../core/reader-pool.ts'
import type { Marketplace, SearchPage } from '../marketplaces/contract.ts'

const folderOf = (id: string) => new URL(`../marketplaces/${id}`, import.meta.url).href

/** The bytes of a page that somebody saved, as the adapter in this folder reads it. */
export async function readSavedPage(folder: string, page: Uint8Array, url?: string): Promise<SearchPage> {
  const adapter = (await import(`${folder}/index.ts`)) as { default: Marketplace }
  return adapter.default.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(page), url)
}

export const savedPageReader = reader<typeof readSavedPage>(new URL(import.meta.url), 'readSavedPage')

/** Reads a saved page as one of a marketplace, apart from everything else; bad input when there is no such marketplace. */
export async function parseSavedPage(
  deps: { marketplaces: ReadonlyMap<string, Marketplace>; read: Read },
  id: string,
  page: Uint8Array,
  url?: string,
): Promise<SearchPage> {
  const folder = folderOf(id)
  if (deps.marketplaces.has(id))
    return deps
      .read(savedPageReader, url === undefined ? [folder, page] : [folder, page, url])
      .catch(setAside)
  const known = [...deps.marketplaces.keys()].join(', ')
  throw badInput(`There is no marketplace "${id}"; there are ${known}.`, { marketplace: 'is unknown' })
}

/** The bytes of a page as a person's browser shows it, as the adapter in this folder reads it. */
export async function readRenderedPage(folder: string, page: Uint8Array, url: string): Promise<SearchPage> {
  const adapter = (await import(`${folder}/index.ts`)) as { default: Marketplace }
  return adapter.default.readRendered!(new TextDecoder('utf-8', { ignoreBOM: true }).decode(page), url)
}

/** A person waits beside the page: what is not read by then will not be. */
const renderedMsMax = 5_000
export const renderedPageReader = reader<typeof readRenderedPage>(
  new URL(import.meta.url),
  'readRenderedPage',
  renderedMsMax,
)

/** Reads what a person's browser shows of a marketplace that reads such pages, apart from everything else. */
export function parseRenderedPage(
  { read }: { read: Read },
  { id }: Pick<Marketplace, 'id'>,
  page: Uint8Array,
  url: string,
): Promise<SearchPage> {
  return read(renderedPageReader, [folderOf(id), page, url]).catch(setAside)
}

/** What was set aside while it was read counts as not understood. */
function setAside(error: unknown): SearchPage {
  if (!(error instanceof ReadingFailed)) throw error
  return { outcome: 'parse-drift', listings: [], next: null, complete: false, reason: error.message }
}
