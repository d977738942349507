import { type Actor, type Authorized, authorized } from '../core/actor.ts'
import type { Audit } from '../core/audit.ts'
import type { Tx } from '../core/db.ts'
import { AppError, badInput, conflict, notFound } from '../core/errors.ts'
import { fieldSecrets } from '../core/field-secrets.ts'
import type { FieldValues } from '../core/fields.ts'
import { keepSecrets, readFields } from '../core/form.ts'
import { tellLiveNow } from '../core/live-store.ts'
import type { Log } from '../core/log.ts'
import { addressName, hideSecrets } from '../core/secret-address.ts'
import type { Marketplace } from '../marketplaces/contract.ts'
import type { Rule } from '../model/rule-schema.ts'
import { type ContextDeps, settingsContext, settingsOrProblem } from './context.ts'
import { quotaOf, readShared } from './ownership.ts'
import { everything, type PlannedSource, type RuleSearch, ruleSearches } from './scanning/planner.ts'
import { lockPlan, makeScansDue } from './scanning/scan-store.ts'
import type { ActiveSource, NewSource, SourceInput, Tried } from './schema.ts'
import { viewSource } from './state/views.ts'
import {
  deleteSource,
  getSource,
  insertSource,
  listSources,
  setSourceEnabled,
  updateSource,
} from './store.ts'
import { isAllowed, withAccepted } from './terms/allowed.ts'
import { trySource } from './trying.ts'

export interface SourceDeps extends ContextDeps {
  audit: Audit
  marketplaces: ReadonlyMap<string, Marketplace>
  log: Log
  enabledRules(): Promise<(Rule & { demo?: boolean })[]>
  scanIntervalMs: number
  /** Makes the scans fit the sources, in the same transaction. */
  replan(tx: Tx): Promise<void>
  /** What the demo made up goes, in the same transaction. */
  removeDemo(tx: Tx): Promise<void>
}

/**
 * The sources that may be scanned, as the planner wants them. Takes the lock of the plan: read the rules after it.
 */
export async function scannableSources(
  deps: Pick<SourceDeps, 'marketplaces' | 'adapterOptions' | 'secrets'>,
  tx: Tx,
): Promise<PlannedSource[]> {
  await lockPlan(tx)
  const { adapterOptions } = await withAccepted(deps, tx)
  return (await listSources(tx))
    .filter((source) => {
      const marketplace = deps.marketplaces.get(source.marketplace)
      return source.enabled && marketplace && (source.demo || isAllowed(marketplace, adapterOptions))
    })
    .flatMap((source) => {
      const { settings } = settingsOrProblem(deps.secrets, source)
      if (settings === null) return []
      const marketplace = deps.marketplaces.get(source.marketplace)
      return [{ ...source, settings, quota: quotaOf(source, marketplace, settings, deps.adapterOptions) }]
    })
}

/** With `try` it is tried first, unless it is to be switched off: see `trySource`. */
export async function connectSource(
  deps: SourceDeps,
  actor: Actor,
  input: SourceInput & Partial<NewSource>,
): Promise<ActiveSource & { tried: Tried }> {
  const userId = authorized(actor, 'write')
  const shared = readShared(actor, input.shared)
  const { marketplace, settings } = await usableSettings(deps, input)
  const tried =
    input.try === true && input.enabled
      ? await trySource(deps, userId, marketplace, settings)
      : { outcome: 'untried' as const, sentence: 'It was not tried.', found: 0, samples: [] }
  const id = await deps.db.transaction(async (tx) => {
    if (input.removeDemo === true) await deps.removeDemo(tx)
    const sourceId = await insertSource(tx, {
      userId,
      shared,
      marketplace: marketplace.id,
      name: discreetName(input.name ?? defaultName(marketplace, settings), marketplace, settings),
      settings: deps.secrets.seal(JSON.stringify(settings), settingsContext),
      demo: false,
      enabled: input.enabled,
      browse: input.browse ?? marketplace.browsable ?? false,
      intervalMs: input.intervalMs ?? deps.scanIntervalMs,
      createdAt: deps.clock.now(),
    })
    await deps.audit.note(tx, {
      ...{ what: 'source-added', person: userId, target: ['source', sourceId] },
      details: { marketplace: marketplace.id, shared, enabled: input.enabled },
    })
    await deps.replan(tx)
    await tellChanged(tx, userId, sourceId)
    return sourceId
  })
  return { ...(await viewSource(deps, userId, id)), tried }
}

/** Throws what `connectSource` would; stores nothing. */
export async function tryOnly(
  deps: SourceDeps,
  userId: Authorized<'read'>,
  input: SourceInput,
): Promise<Tried> {
  const { marketplace, settings } = await usableSettings(deps, input)
  return trySource(deps, userId, marketplace, settings)
}

async function usableSettings(
  deps: SourceDeps,
  input: SourceInput,
): Promise<{ marketplace: Marketplace; settings: FieldValues }> {
  const marketplace = marketplaceOf(deps, input.marketplace)
  const { adapterOptions } = await withAccepted(deps, deps.db)
  if (!isAllowed(marketplace, adapterOptions)) {
    throw conflict(
      'terms-not-accepted',
      `${marketplace.name} has no official way in. ${marketplace.terms.summary} Read ${marketplace.terms.url}; if you take that on yourself, accept them at /welcome?step=sources, or set ${marketplace.terms.acceptOption}=true and start again.`,
    )
  }
  const settings = readFields(marketplace.fields, input.settings)
  checkSource(marketplace, settings, input.browse)
  const unavailable = marketplace.unavailable?.(settings, deps.adapterOptions) ?? null
  if (unavailable !== null) throw conflict('source-unavailable', unavailable)
  return { marketplace, settings }
}

export async function changeSource(
  deps: SourceDeps,
  actor: Actor,
  id: number,
  input: SourceInput,
): Promise<ActiveSource> {
  const userId = authorized(actor, 'read')
  const stored = await getSource(deps.db, id, userId)
  if (!stored) throw notFound('source')
  const shared = readShared(actor, input.shared, stored.shared)
  if (stored.demo) throw isDemo()
  if (input.marketplace !== stored.marketplace) {
    throw badInput('A source keeps its marketplace: connect another source instead.', {
      marketplace: `is ${stored.marketplace}`,
    })
  }
  const marketplace = marketplaceOf(deps, stored.marketplace)
  const settings = readFields(
    marketplace.fields,
    keepSecrets(marketplace.fields, settingsOrProblem(deps.secrets, stored).settings ?? {}, input.settings),
  )
  checkSource(marketplace, settings, input.browse)
  await deps.db.transaction(async (tx) => {
    await updateSource(tx, id, {
      shared,
      name: discreetName(input.name ?? stored.name, marketplace, settings),
      settings: deps.secrets.seal(JSON.stringify(settings), settingsContext),
      enabled: input.enabled,
      browse: input.browse ?? stored.browse,
      intervalMs: input.intervalMs ?? stored.intervalMs,
    })
    await deps.audit.note(tx, {
      ...{ what: 'source-changed', person: userId, target: ['source', id] },
      details: { marketplace: marketplace.id, shared, enabled: input.enabled },
    })
    await deps.replan(tx)
    // A correction shows at once.
    await makeScansDue(tx, deps.clock.now(), { sourceId: id })
    await tellChanged(tx, userId, id)
  })
  return viewSource(deps, userId, id)
}

/** Searches go on, or rest; a cooldown after a block stays as it was. */
export async function switchSource(
  deps: SourceDeps,
  userId: Authorized<'write'>,
  id: number,
  enabled: boolean,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const stored = await getSource(tx, id, userId)
    if (!stored) throw notFound('source')
    if (stored.demo) throw isDemo()
    await setSourceEnabled(tx, id, enabled)
    const what = enabled ? 'source-resumed' : 'source-paused'
    await deps.audit.note(tx, { what, person: userId, target: ['source', id] })
    await deps.replan(tx)
    await tellChanged(tx, userId, id)
  })
}

function isDemo() {
  return conflict(
    'demo-source',
    'The demo is made by Deal Scout itself: connect a real source, or set DEAL_SCOUT_DEMO=off.',
  )
}

export async function disconnectSource(
  deps: SourceDeps,
  userId: Authorized<'write'>,
  id: number,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if (!(await deleteSource(tx, userId, id))) throw notFound('source')
    await deps.audit.note(tx, { what: 'source-removed', person: userId, target: ['source', id] })
    await deps.replan(tx)
    await tellChanged(tx, userId, id)
  })
}

/** Whoever has the source before them elsewhere sees it at once. */
const tellChanged = (tx: Tx, userId: number, id: number) =>
  tellLiveNow(tx, [{ userId, kind: 'sources-changed', data: { ids: [id] } }])

function marketplaceOf(deps: SourceDeps, id: string): Marketplace {
  const marketplace = deps.marketplaces.get(id)
  if (!marketplace) {
    throw badInput(`There is no marketplace "${id}".`, {
      marketplace: `must be one of ${[...deps.marketplaces.keys()].join(', ')}`,
    })
  }
  return marketplace
}

/** Settings that a schema lets pass may still make no search (an area that is nowhere): compile() throws then. */
function checkSource(marketplace: Marketplace, settings: FieldValues, browse = false): void {
  const { impossible } = compiled(marketplace, settings)
  if (browse && impossible !== undefined) {
    throw badInput(`${marketplace.name} cannot be read without a rule. ${impossible}`, { browse: impossible })
  }
}

/** What an adapter finds wrong with a field is told as of that field of the request. */
function compiled(marketplace: Marketplace, settings: FieldValues) {
  try {
    return marketplace.compile(everything, settings)
  } catch (error) {
    if (!(error instanceof AppError) || error.fields === undefined) throw error
    const own = new Set(marketplace.fields.map(({ name }) => name))
    const fields = Object.entries(error.fields).map(([name, problem]) => [
      own.has(name) ? `settings.${name}` : name,
      problem,
    ])
    throw badInput(error.message, Object.fromEntries(fields))
  }
}

/** How a person's source is asked for each of their rules that want its marketplace. */
export async function sourceSearches(
  deps: Pick<SourceDeps, 'db' | 'marketplaces' | 'secrets' | 'enabledRules'>,
  userId: Authorized<'read'>,
  id: number,
): Promise<RuleSearch[]> {
  const source = await getSource(deps.db, id, userId)
  if (!source) throw notFound('source')
  const marketplace = deps.marketplaces.get(source.marketplace)
  const { settings, problem } = settingsOrProblem(deps.secrets, source)
  if (settings === null) throw conflict('source-settings-closed', problem)
  const rules = (await deps.enabledRules()).filter(
    (rule) => rule.userId === userId && (source.demo || rule.demo !== true),
  )
  return marketplace ? ruleSearches(rules, { settings }, marketplace) : []
}

function defaultName(marketplace: Marketplace, settings: FieldValues): string {
  const target = marketplace.fields
    .filter((field) => field.target)
    .map(({ name, type }) => (type === 'url' ? addressName(String(settings[name] ?? '')) : settings[name]))
    .find(Boolean)
  return target === undefined ? marketplace.name : `${marketplace.name} ${String(target)}`.slice(0, 200)
}

/** Names stand in messages, logs and metrics: of addresses only the host, and nothing that is secret in the settings. */
function discreetName(name: string, marketplace: Marketplace, settings: FieldValues): string {
  const named = name.replace(/https?:\/\/\S+/gi, addressName)
  return hideSecrets(named, fieldSecrets(marketplace.fields, settings).all).slice(0, 200)
}
