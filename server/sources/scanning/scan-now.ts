import type { Authorized } from '../../core/actor.ts'
import { msLeft } from '../../core/clock.ts'
import { notFound } from '../../core/errors.ts'
import { outageReason } from '../outages/outage.ts'
import type { MadeDue } from '../schema.ts'
import type { SourceDeps } from '../sources.ts'
import { getSource, listSources, type SourceRow } from '../store.ts'
import { allowedMarketplaces } from '../terms/allowed.ts'
import { cooldownMsMax } from './cooldown.ts'
import { countPlanned, makeScansDue } from './scan-store.ts'

/** Makes a person's scans due, all or those of one source. What rests after a failure stays so, and is named. */
export async function scanNow(
  deps: Pick<SourceDeps, 'db' | 'clock' | 'marketplaces' | 'adapterOptions'>,
  userId: Authorized<'write'>,
  sourceId?: number,
): Promise<MadeDue> {
  const { db } = deps
  const now = deps.clock.now()
  const source = sourceId === undefined ? null : await getSource(db, sourceId, userId)
  if (sourceId !== undefined && source === null) throw notFound('source')
  const madeDue = await makeScansDue(db, now, { sourceId, userId })
  const allowed = await allowedMarketplaces(deps, db)
  const mayRun = (one: SourceRow) => one.enabled && (one.demo || allowed.includes(one.marketplace))
  const sources = source === null ? await listSources(db, userId) : [source]
  return {
    madeDue,
    planned: await countPlanned(db, userId, allowed, sourceId ?? null),
    resting: sources.filter(mayRun).flatMap((one) => {
      const leftMs = msLeft(one.cooldownFrom, one.cooldownUntil, now, cooldownMsMax)
      if (leftMs <= 0) return []
      const until = new Date(now.getTime() + leftMs).toISOString()
      return [{ sourceId: one.id, name: one.name, until, ...outageReason(one).why }]
    }),
  }
}
