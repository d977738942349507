import type { Said } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import type { OutageParams } from '../model/sentences/source-sentences.ts'
import { type NeedKind, needKinds, type Summary } from './schema.ts'

/** What is known of a person's affairs. */
export interface Affairs {
  blindSources: Summary['blindSources']
  deadJobs: number | null
  /** Deliveries of the last week that were given up. */
  failedDeliveries: number
  /** Of everything that shows them listings, the demo not counted. */
  sources: number
  rules: number
  /** Channels beyond the inbox that are switched on. */
  channels: number
  hasHome: boolean
}

type Need = Summary['needs'][number]
const shownMax = 4

const needOf: Readonly<Record<NeedKind, (affairs: Affairs) => Omit<Need, 'kind'> | null>> = {
  'blind-source': ({ blindSources: [first, ...rest] }) =>
    first === undefined
      ? null
      : {
          count: rest.length + 1,
          ...blindSaid(first, rest.length + 1),
          path: rest.length === 0 ? `/api/sources/${first.id}` : '/api/sources',
        },
  'dead-jobs': ({ deadJobs }) =>
    deadJobs === null || deadJobs === 0
      ? null
      : {
          count: deadJobs,
          ...say('need-jobs', { count: deadJobs }),
          path: '/readyz',
        },
  'failed-deliveries': ({ failedDeliveries: count }) =>
    count === 0
      ? null
      : {
          count,
          ...say('need-deliveries', { count }),
          path: '/api/deliveries?state=dead',
        },
  'no-source': ({ sources }) =>
    sources > 0 ? null : { count: 0, ...say('need-source'), path: '/api/sources' },
  'no-rule': ({ rules }) => (rules > 0 ? null : { count: 0, ...say('need-rule'), path: '/api/rules' }),
  'no-channel': ({ channels }) =>
    channels > 0
      ? null
      : {
          count: 0,
          ...say('need-channel'),
          path: '/api/channels',
        },
  'no-home': ({ hasHome }) =>
    hasHome
      ? null
      : {
          count: 0,
          ...say('need-home'),
          path: '/api/me',
        },
}

function blindSaid({ name, sentence, sentenceSaid }: Affairs['blindSources'][number], count: number): Said {
  if (sentenceSaid?.code !== 'source-unseen') return say('need-blind', { count, name, why: sentence })
  const unseen = sentenceSaid.params as unknown as OutageParams & { since: string }
  return say('need-unseen', { ...unseen, count, name })
}

/** What needs a hand, the most urgent first, at most four. */
export function needsOf(affairs: Affairs): Need[] {
  return needKinds
    .flatMap((kind) => {
      const need = needOf[kind](affairs)
      return need === null ? [] : [{ kind, ...need }]
    })
    .slice(0, shownMax)
}
