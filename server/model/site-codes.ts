import type { Condition } from './listing-schema.ts'

/** What a site's codes mean, which stand in its answers and in files of its listings. */
export interface DeclaredCodes {
  id: string
  conditionCodes?: Readonly<Record<string, Condition>>
  /** To the site's own name of the category. */
  categoryCodes?: Readonly<Record<string, string>>
}

/** The codes of all sites that declare theirs. */
export interface SiteCodes {
  conditionOf(code: string, marketplace: string): Condition | undefined
  categoryNameOf(code: string, marketplace: string): string | undefined
}

/** Shorter ones mean something else on every site; these do so wherever they stand, whatever a file calls its source. */
const isUnmistakable = (code: string) => code.length >= 3
/** Of a condition only figures are: sites call different conditions by the same words (BROKEN, OTHER). */
const isFigures = (code: string) => /^\d{3,}$/.test(code)

/** Of a marketplace that is called `ebay-de`, `ebay` knows the codes. */
export function siteCodesOf(sites: Iterable<DeclaredCodes>): SiteCodes {
  const declared = [...sites]
  return {
    conditionOf: finder(
      declared.map(({ id, conditionCodes = {} }) => [id, conditionCodes]),
      isFigures,
    ),
    categoryNameOf: finder(
      declared.map(({ id, categoryCodes = {} }) => [id, categoryCodes]),
      isUnmistakable,
    ),
  }
}

/** For who knows of no sites. */
export const noSiteCodes: SiteCodes = siteCodesOf([])

function finder<Meaning>(
  sites: [id: string, codes: Readonly<Record<string, Meaning>>][],
  isCommon: (code: string) => boolean,
) {
  const own = new Map(sites.map(([id, codes]) => [id, new Map(Object.entries(codes))]))
  const common = new Map(
    sites.flatMap(([, codes]) => Object.entries(codes)).filter(([code]) => isCommon(code)),
  )
  return (code: string, marketplace: string) =>
    own.get(marketplace.split('-', 1)[0]!)?.get(code) ?? common.get(code)
}
