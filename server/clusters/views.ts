import { z } from 'zod'
import { listingStates } from '../model/listing-schema.ts'
import type { ListingFact, StoredCluster, StoredMember } from './read-store.ts'
import { isForSale } from './relation.ts'
import { type FoundThing, likenessKinds } from './schema.ts'
import { type ClusterStory, clusterStory } from './story.ts'
import { sentenceOf } from './words.ts'

const moment = z.iso.datetime()
const cents = z.number().int().nullable()

export const clusterSchema = z.object({
  id: z.number().int(),
  /** Of the listing that was posted last, one that is for sale before one that is over. */
  title: z.string(),
  url: z.string(),
  imageUrl: z.string().nullable(),
  size: z.number().int(),
  forSale: z.number().int(),
  marketplaces: z.array(z.string()),
  /** "Listed 3 times in 6 weeks, down 40 % from $500 to $300". */
  summary: z.string(),
  currency: z.string().nullable(),
  firstPriceCents: cents,
  /** The lowest that it can be had for now, else the last. */
  lastPriceCents: cents,
  changePercent: z.number().int().nullable(),
  demo: z.boolean(),
  createdAt: moment,
  /** When its members last changed. */
  updatedAt: moment,
})
export type ClusterView = z.output<typeof clusterSchema>

export const clusterMemberSchema = z.object({
  listingId: z.number().int(),
  marketplace: z.string(),
  externalId: z.string(),
  title: z.string(),
  url: z.string(),
  imageUrl: z.string().nullable(),
  priceCents: cents,
  currency: z.string().nullable(),
  state: z.enum(listingStates),
  postedAt: moment.nullable(),
  firstSeenAt: moment,
  endedAt: moment.nullable(),
  joinedAt: moment,
  kind: z.enum(likenessKinds),
  score: z.number(),
  reason: z.string(),
  sentence: z.string(),
  by: z.enum(['machine', 'person']),
})

export const clusterDetailSchema = clusterSchema.extend({
  relisted: z.number().int(),
  crossPosted: z.number().int(),
  /** Prices in these are shown with their listings and not compared. */
  otherCurrencies: z.array(z.string()),
  /** By the moment of posting. */
  members: z.array(clusterMemberSchema),
  /** All prices in `currency`, earliest first. */
  timeline: z.array(
    z.object({
      listingId: z.number().int(),
      marketplace: z.string(),
      priceCents: z.number().int(),
      at: moment,
    }),
  ),
})
export type ClusterDetail = z.output<typeof clusterDetailSchema>

/** A listing that may be the same thing: for a person to say. */
export const alikeSchema = clusterMemberSchema
  .pick({ listingId: true, marketplace: true, title: true, url: true, priceCents: true, currency: true })
  .extend({
    state: z.enum(listingStates),
    kind: z.enum(likenessKinds),
    /** 0–1. */
    score: z.number(),
    reason: z.string(),
  })
export type AlikeView = z.output<typeof alikeSchema>

export function alikeViews(found: readonly FoundThing[], facts: readonly ListingFact[]): AlikeView[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return found.flatMap(({ listingId, evidence }) => {
    const fact = byId.get(listingId)
    if (!fact) return []
    const { marketplace, title, url, priceCents, currency, state } = fact
    const { kind, score, reason } = evidence
    return [{ listingId, marketplace, title, url, priceCents, currency, state, kind, score, reason }]
  })
}

/** A price that stands for "make an offer", such as $1. */
export type IsPlaceholder = (priceCents: number, currency: string) => boolean

export function storyOf(cluster: StoredCluster, isPlaceholder: IsPlaceholder): ClusterStory {
  return clusterStory(
    cluster.members.map((member) => ({
      ...member,
      postedAtMs: member.postedAt?.getTime() ?? null,
      firstSeenAtMs: member.firstSeenAt.getTime(),
    })),
    cluster.points.map((point) => ({ ...point, seenAtMs: point.seenAt.getTime() })),
    isPlaceholder,
  )
}

export function clusterView(cluster: StoredCluster, isPlaceholder: IsPlaceholder): ClusterView {
  return viewOf(cluster, storyOf(cluster, isPlaceholder))
}

function viewOf(cluster: StoredCluster, story: ClusterStory): ClusterView {
  const { members } = cluster
  const shown = (members.findLast(isForSale) ?? members.at(-1))!
  return {
    id: cluster.id,
    title: shown.title,
    url: shown.url,
    imageUrl: shown.imageUrl ?? members.findLast(({ imageUrl }) => imageUrl !== null)?.imageUrl ?? null,
    size: members.length,
    forSale: story.forSale,
    marketplaces: [...new Set(members.map(({ marketplace }) => marketplace))],
    summary: story.sentence,
    currency: story.currency,
    firstPriceCents: story.firstPriceCents,
    lastPriceCents: story.lastPriceCents,
    changePercent: story.changePercent,
    demo: cluster.demo,
    createdAt: cluster.createdAt.toISOString(),
    updatedAt: cluster.updatedAt.toISOString(),
  }
}

function memberView(member: StoredMember): z.output<typeof clusterMemberSchema> {
  const { clusterId: _, postedAt, firstSeenAt, endedAt, joinedAt, ...rest } = member
  return {
    ...rest,
    postedAt: postedAt?.toISOString() ?? null,
    firstSeenAt: firstSeenAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    joinedAt: joinedAt.toISOString(),
    sentence: sentenceOf(member),
  }
}

export function clusterDetail(cluster: StoredCluster, isPlaceholder: IsPlaceholder): ClusterDetail {
  const story = storyOf(cluster, isPlaceholder)
  const marketplaceOf = new Map(cluster.members.map((member) => [member.listingId, member.marketplace]))
  return {
    ...viewOf(cluster, story),
    relisted: story.relisted,
    crossPosted: story.crossPosted,
    otherCurrencies: story.otherCurrencies,
    members: cluster.members.map(memberView),
    timeline: story.timeline.map(({ listingId, atMs, priceCents }) => ({
      listingId,
      marketplace: marketplaceOf.get(listingId)!,
      priceCents,
      at: new Date(atMs).toISOString(),
    })),
  }
}
