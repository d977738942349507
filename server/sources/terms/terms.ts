import { type Actor, type Authorized, authorized } from '../../core/actor.ts'
import { conflict, notFound } from '../../core/errors.ts'
import { tellLiveNow } from '../../core/live-store.ts'
import type { Marketplace } from '../../marketplaces/contract.ts'
import { plannedBySource } from '../outages/outage-store.ts'
import type { MarketplaceView, SourceView } from '../schema.ts'
import type { SourceDeps } from '../sources.ts'
import { exampleSettings, filtersOf } from '../state/filters.ts'
import { sourceView } from '../state/views.ts'
import { listSources } from '../store.ts'
import { isAllowed, withAccepted } from './allowed.ts'
import { type Acceptance, deleteAcceptance, insertAcceptance, listAcceptances } from './terms-store.ts'

type Deps = Pick<
  SourceDeps,
  'db' | 'clock' | 'audit' | 'marketplaces' | 'adapterOptions' | 'secrets' | 'replan'
>

/** Every marketplace of this version, with what it needs and may. */
export async function listMarketplaces(deps: Deps, userId: Authorized<'read'>): Promise<MarketplaceView[]> {
  const accepted = await listAcceptances(deps.db)
  const others = await othersSources(deps, userId)
  return [...deps.marketplaces.values()].map((one) =>
    marketplaceView(deps, one, accepted.get(one.id), others.get(one.id) ?? []),
  )
}

/**
 * Takes on the terms of a marketplace for everybody, or takes that back: its searches run, or rest, from then on, in every
 * process. Throws where it asks for no such thing, and where they are accepted by an option, which only the operator can undo.
 */
export async function setTerms(
  deps: Deps,
  actor: Actor,
  id: string,
  accepted: boolean,
): Promise<MarketplaceView> {
  const userId = authorized(actor, 'admin')
  const marketplace = deps.marketplaces.get(id)
  const option = marketplace?.terms.acceptOption
  if (!marketplace || option === undefined) throw notFound('marketplace with terms to accept')
  if (!accepted && deps.adapterOptions[option] === true)
    throw conflict(
      'terms-set-by-option',
      `They are accepted by ${option}=true: take that back where Deal Scout is started.`,
    )
  await deps.db.transaction(async (tx) => {
    const isChanged = accepted
      ? await insertAcceptance(tx, userId, { marketplace: id, at: deps.clock.now() })
      : await deleteAcceptance(tx, userId, id)
    if (!isChanged) return
    const what = accepted ? 'terms-accepted' : 'terms-withdrawn'
    await deps.audit.note(tx, { what, person: userId, details: { marketplace: id } })
    await deps.replan(tx)
    await tellLiveNow(tx, [{ userId: null, kind: 'sources-changed', data: { ids: [] } }])
  })
  const others = await othersSources(deps, userId)
  return marketplaceView(deps, marketplace, (await listAcceptances(deps.db)).get(id), others.get(id) ?? [])
}

/** By marketplace: what others share with everybody, the demo's left out. */
async function othersSources(deps: Deps, userId: Authorized<'read'>): Promise<Map<string, SourceView[]>> {
  const known = await withAccepted(deps, deps.db)
  const planned = await plannedBySource(deps.db)
  const shared = (await listSources(deps.db)).filter(
    (one) => one.shared && !one.demo && one.userId !== userId,
  )
  return Map.groupBy(
    shared.map((row) => sourceView(known, row, planned.get(row.id))),
    ({ marketplace }) => marketplace,
  )
}

function marketplaceView(
  { adapterOptions }: Deps,
  marketplace: Marketplace,
  acceptance: Acceptance | undefined,
  others: readonly SourceView[],
): MarketplaceView {
  const {
    class: termsClass,
    url,
    summary,
    acceptOption,
    noComps = false,
    noPhotos = false,
  } = marketplace.terms
  return {
    id: marketplace.id,
    name: marketplace.name,
    homepage: marketplace.homepage,
    terms: {
      ...{ class: termsClass, url, summary, noComps, noPhotos },
      ...(acceptOption !== undefined && { acceptOption }),
    },
    allowed: acceptance !== undefined || isAllowed(marketplace, adapterOptions),
    accepted: acceptance
      ? { at: acceptance.acceptedAt.toISOString(), userId: acceptance.userId, name: acceptance.name }
      : null,
    unavailable: marketplace.unavailable?.(exampleSettings(marketplace.fields), adapterOptions) ?? null,
    steps: [...(marketplace.steps ?? [])],
    alertSteps: [...(marketplace.alertSteps ?? [])],
    unproven: marketplace.unprovenUntil !== undefined,
    filters: filtersOf(marketplace),
    others: {
      sources: others.length,
      blind: others.filter(({ state }) => state === 'outage').length,
      lastOkAt: others.reduce<string | null>(
        (last, { lastOkAt }) => (last === null || (lastOkAt ?? '') > last ? lastOkAt : last),
        null,
      ),
    },
    setUpMinutes: marketplace.setUpMinutes,
    intervalMsMin: marketplace.budget.intervalMsMin,
    fields: marketplace.fields,
    capabilities: [
      'search',
      ...(['details', 'identify', 'accounts', 'readRendered', 'readMail'] as const).filter(
        (name) => marketplace[name],
      ),
    ],
  }
}
