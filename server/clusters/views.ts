import type { z } from 'zod'
import { saidAlone } from '../model/sentences/said.ts'
import type { ListingFact, StoredCluster, StoredMember } from './read-store.ts'
import { isForSale } from './relation.ts'
import type { AlikeView, ClusterDetail, ClusterView, clusterMemberSchema, FoundRecord } from './schema.ts'
import { type ClusterStory, clusterStory } from './story.ts'
import { saidOf } from './words.ts'

export function alikeViews(found: readonly FoundRecord[], facts: readonly ListingFact[]): AlikeView[] {
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
    summary: story.said.sentence,
    summarySaid: saidAlone(story.said),
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
  const said = saidOf(member)
  const { clusterId: _, postedAt, firstSeenAt, endedAt, joinedAt, ...rest } = member
  return {
    ...rest,
    postedAt: postedAt?.toISOString() ?? null,
    firstSeenAt: firstSeenAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    joinedAt: joinedAt.toISOString(),
    sentence: said.sentence,
    sentenceSaid: saidAlone(said),
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
