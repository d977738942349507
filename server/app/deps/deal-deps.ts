import { clusterOfListing } from '../../clusters/read-store.ts'
import { clusterView } from '../../clusters/views.ts'
import type { Db } from '../../core/db.ts'
import { readComps } from '../../flows/read-comps.ts'
import { readListingSubject } from '../../flows/read-listing-subject.ts'
import { reckonCosts } from '../../flows/reckon-costs.ts'
import { scoreList } from '../../flows/score-list.ts'
import type { DealDeps, ListingRouteDeps } from '../../listings/listing-pages.ts'
import { normalizeCategory } from '../../listings/normalize/category.ts'
import { parseCondition } from '../../listings/normalize/condition.ts'
import { isPlaceholderPrice } from '../../model/placeholder-price.ts'
import { getRule } from '../../rules/store.ts'
import type { ValueDeps } from '../../scoring/value/answer/value-asked.ts'
import type { Resources } from '../resources.ts'

/** What deals and listings of a person are made with. */
export function dealDepsOf(
  resources: Resources,
  { profileOf, findPlace }: Pick<DealDeps, 'profileOf' | 'findPlace'>,
): DealDeps {
  const { db, clock } = resources
  return {
    ...{ db, clock, profileOf, findPlace },
    scoreBy: (userId, asOfMs) => scoreList(resources, userId, asOfMs),
    costsFor: (userId) => reckonCosts(resources, userId),
    hasRule: async (userId, ruleId) => (await getRule(db, userId, ruleId)) !== null,
  }
}

/** The cluster of a listing as a person sees it. */
export function clusterShown(db: Db): ListingRouteDeps['clusterOf'] {
  return async (userId, listingId) => {
    const cluster = await clusterOfListing(db, listingId, userId)
    return cluster && clusterView(cluster, isPlaceholderPrice)
  }
}

/** What values are answered with. */
export function valueDepsOf(resources: Resources): ValueDeps {
  const { db, siteCodes } = resources
  return {
    ...resources,
    normalizeCategory: (title, siteCategory) => normalizeCategory(title, siteCategory, siteCodes),
    parseCondition: (words, marketplace) => parseCondition(words, marketplace, siteCodes),
    getListings: (person, ids) => readComps(db, person, ids),
    listingSubject: (person, id) => readListingSubject(db, person, id),
  }
}
