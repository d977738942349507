import { setTimeout as sleep } from 'node:timers/promises'
import type { Authorized } from '../core/actor.ts'
import { conflict } from '../core/errors.ts'
import type { FieldValues } from '../core/fields.ts'
import type { Log } from '../core/log.ts'
import { ReadingFailed } from '../core/reader-pool.ts'
import { oneLine } from '../core/text.ts'
import type { CompiledQuery, Marketplace, SearchPage } from '../marketplaces/contract.ts'
import type { Rule } from '../model/rule-schema.ts'
import { type ContextDeps, marketplaceContext, settingsContext } from './context.ts'
import { searchDiscreetly } from './discreet.ts'
import { isOutage } from './scanning/cooldown.ts'
import { everything, ruleSearches } from './scanning/planner.ts'
import type { Tried } from './schema.ts'

export interface TryingDeps extends ContextDeps {
  log: Log
  enabledRules(): Promise<(Rule & { demo?: boolean })[]>
}

/** A person waits for it. */
const tryMs = 30_000
const samplesMax = 3
const untried = (sentence: string): Tried => ({ outcome: 'untried', sentence, found: 0, samples: [] })

/**
 * One real call with these settings, as a scan would make it; stores nothing. Throws a conflict that says why where the
 * source cannot be read. A site that answers searches only is asked for what the first of the rules wants.
 */
export async function trySource(
  deps: TryingDeps,
  userId: Authorized<'read'>,
  marketplace: Marketplace,
  settings: FieldValues,
): Promise<Tried> {
  const query = await queryToTry(deps, userId, marketplace, settings)
  if (query === null)
    return untried(
      `It was not tried: ${marketplace.name} answers searches only, and no rule says yet what to look for.`,
    )
  const page = await askOnce(deps, marketplace, settings, query)
  const reason = unreadable(page)
  if (reason !== null)
    throw conflict(
      'source-not-readable',
      `It was tried and cannot be read: ${reason} Nothing was changed. Put it right and try again, or connect it all the same, untried (--untried, "try": false).`,
    )
  const found = page.listings.length
  const more = page.next === null ? '' : ' on its first page'
  return {
    outcome: found === 0 ? 'empty' : 'ok',
    sentence:
      found === 0
        ? 'It answers, and has nothing now.'
        : `It answers with ${found} ${found === 1 ? 'listing' : 'listings'}${more}.`,
    found,
    samples: page.listings.slice(0, samplesMax).map(({ title }) => oneLine(title).slice(0, 100)),
  }
}

/** As a scan would evaluate it: no listing without a proof that there is none is no answer. */
function unreadable(page: SearchPage): string | null {
  if (isOutage(page.outcome)) return page.reason ?? page.outcome
  if (page.outcome === 'ok' && page.listings.length === 0)
    return 'The page was read but held no listing and no proof that there is none.'
  return null
}

async function queryToTry(
  deps: TryingDeps,
  userId: Authorized<'read'>,
  marketplace: Marketplace,
  settings: FieldValues,
): Promise<CompiledQuery | null> {
  const whole = marketplace.compile(everything, settings)
  if (whole.impossible === undefined) return whole
  const own = (await deps.enabledRules()).filter((rule) => rule.userId === userId && rule.demo !== true)
  const possible = ruleSearches(own, { settings }, marketplace).find(
    ({ query }) => query.impossible === undefined,
  )
  return possible?.query ?? null
}

async function askOnce(
  deps: TryingDeps,
  marketplace: Marketplace,
  settings: FieldValues,
  { request }: CompiledQuery,
): Promise<SearchPage> {
  const done = new AbortController()
  const signal = AbortSignal.any([done.signal, AbortSignal.timeout(tryMs)])
  const source = {
    id: 0,
    marketplace: marketplace.id,
    settings: deps.secrets.seal(JSON.stringify(settings), settingsContext),
    demo: false,
    // What a try was shown is no scan's to count as known.
    ...{ userId: 0, shared: false },
  }
  const failed = (reason: string): SearchPage => ({
    outcome: 'unreachable',
    listings: [],
    next: null,
    complete: false,
    reason,
  })
  const late = sleep(tryMs, undefined, { signal: done.signal }).then(
    () => failed(`There was no whole answer within ${tryMs / 1000} seconds.`),
    () => failed('It was broken off.'),
  )
  try {
    const ctx = marketplaceContext(deps, source, deps.log, signal)
    return await Promise.race([late, searchDiscreetly(marketplace, request, null, ctx)])
  } catch (error) {
    if (error instanceof ReadingFailed) return failed(error.message)
    deps.log.warn({ err: error }, 'a source could not be tried')
    return failed('The call failed; the log tells why.')
  } finally {
    done.abort()
  }
}
