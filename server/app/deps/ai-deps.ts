import type { AiDeps } from '../../sell/ai/deps.ts'
import { type AiSetUp, priceOf } from '../../sell/ai/set-up.ts'
import type { Config } from '../config.ts'
import type { Resources } from '../resources.ts'

/** What the operator set up; null = it is off. */
export function aiSetUpOf(config: Config): AiSetUp | null {
  if (config.aiProvider === 'off' || config.aiModel === undefined) return null
  return {
    ...{ provider: config.aiProvider, baseUrl: config.aiBaseUrl ?? null, model: config.aiModel },
    ...{ key: config.aiKey ?? null, mayBePrivate: config.aiPrivateNetwork },
    price: priceOf(config.aiModel, config.aiPrices),
    caps: {
      ...{ personDayCents: config.aiPersonDayCents, personMonthCents: config.aiPersonMonthCents },
      ...{ houseMonthCents: config.aiHouseMonthCents, personDayTokens: config.aiPersonDayTokens },
      houseMonthTokens: config.aiHouseMonthTokens,
    },
    timeoutMs: config.aiTimeoutS * 1_000,
  }
}

/** What things of one's own are described with. */
export function aiDepsOf(
  config: Config,
  { db, clock, log, jobs, fetch, studio, metrics, notifying, marketplaces }: Resources,
  places: ReadonlyMap<string, { name: string }>,
): AiDeps {
  // What can name an ad by its address is a marketplace; feeds and files are none.
  const sites = [...marketplaces.values()].filter(({ identify }) => identify !== undefined)
  const names = [...sites, ...places.values()].flatMap(({ name }) => name.split(/,\s*/))
  return {
    ...{ db, clock, log, jobs, fetch, readers: studio, setUp: aiSetUpOf(config) },
    marketplaceNames: [...new Set(names.map((name) => name.toLowerCase()))],
    languageOf: async (userId) => (await notifying.languageOf(userId)) ?? 'en',
    observe: (outcome) =>
      metrics.aiCalls.inc({
        result: outcome === 'answered' || outcome === 'repaired' ? 'answered' : 'failed',
      }),
  }
}
