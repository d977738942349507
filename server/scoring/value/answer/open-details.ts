import { type Identity, readKnownIdentity } from '../../comps/identity.ts'
import type { PiecesAppraisal } from '../pieces.ts'
import type { Asked } from './value-asked.ts'
import type { PricedListing } from './value-comps.ts'
import { type OpenDetail, openDetailNames } from './value-schema.ts'

/** Told of fewer comparables a detail is a slip of one seller. */
const tellingMin = 2
const optionsMax = 5
const detailsMax = 4

type Read = (identity: Identity, listing: { condition: string | null }) => string | number | null

const reads: Readonly<Record<OpenDetail['detail'], Read>> = {
  brand: ({ brand }) => brand,
  model: ({ brand, model }) => (brand === null ? null : model),
  storage: ({ storageGb }) =>
    storageGb === 0 ? null : storageGb % 1024 === 0 ? `${storageGb / 1024}TB` : `${storageGb}GB`,
  generation: ({ generation }) => generation,
  year: ({ year }) => year || null,
  size: ({ size }) => size,
  condition: (_, { condition }) => condition,
}

/**
 * What a question leaves open in which its comparables differ, with the values that they have: a detail of which two
 * values are told by two comparables each. The one that most of the weight tells of comes first.
 */
export function openDetails(
  asked: Pick<Asked, 'identity' | 'condition'>,
  { comps }: Pick<PiecesAppraisal, 'comps'>,
  listings: ReadonlyMap<number, PricedListing>,
): OpenDetail[] {
  const known = comps.flatMap(({ listingId, weightShare }) => {
    const listing = listings.get(listingId)
    return listing === undefined ? [] : [{ listing, identity: readKnownIdentity(listing), weightShare }]
  })
  const found = openDetailNames.flatMap((detail) => {
    const read = reads[detail]
    if (read(asked.identity, asked) !== null) return []
    // Whose maker is not known either has no model that another word would not be.
    if (detail === 'model' && asked.identity.brand === null) return []
    const counts = new Map<string, { count: number; share: number }>()
    for (const { identity, listing, weightShare } of known) {
      const value = read(identity, listing)
      if (value === null) continue
      const { count, share } = counts.get(String(value)) ?? { count: 0, share: 0 }
      counts.set(String(value), { count: count + 1, share: share + weightShare })
    }
    const told = [...counts]
      .map(([value, one]) => ({ value, ...one }))
      .filter(({ count }) => count >= tellingMin)
      .sort((a, b) => b.share - a.share)
      .slice(0, optionsMax)
    if (told.length < 2) return []
    const share = told.reduce((sum, one) => sum + one.share, 0)
    return [{ detail, share, options: told.map(({ value, count }) => ({ value, count })) }]
  })
  return found
    .sort((a, b) => b.share - a.share)
    .slice(0, detailsMax)
    .map(({ detail, options }) => ({ detail, options }))
}
