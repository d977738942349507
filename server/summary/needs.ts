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

const several = (count: number, one: string, many: string) =>
  count === 1 ? `One ${one}` : `${count} ${many}`

const needOf: Readonly<Record<NeedKind, (affairs: Affairs) => Omit<Need, 'kind'> | null>> = {
  'blind-source': ({ blindSources: [first, ...rest] }) =>
    first === undefined
      ? null
      : {
          count: rest.length + 1,
          sentence:
            rest.length === 0
              ? `${first.name} shows nothing: ${first.sentence ?? 'why is not known.'}`
              : `${rest.length + 1} sources show nothing, ${first.name} among them: ${first.sentence ?? 'why is not known.'}`,
          path: rest.length === 0 ? `/api/sources/${first.id}` : '/api/sources',
        },
  'dead-jobs': ({ deadJobs }) =>
    deadJobs === null || deadJobs === 0
      ? null
      : {
          count: deadJobs,
          sentence: `${several(deadJobs, 'background job was', 'background jobs were')} given up: see deal-scout jobs.`,
          path: '/readyz',
        },
  'failed-deliveries': ({ failedDeliveries: count }) =>
    count === 0
      ? null
      : {
          count,
          sentence: `${several(count, 'message', 'messages')} of this week did not arrive: look at the channel, and send again.`,
          path: '/api/deliveries?state=dead',
        },
  'no-source': ({ sources }) =>
    sources > 0
      ? null
      : { count: 0, sentence: 'No marketplace is connected: connect a source.', path: '/api/sources' },
  'no-rule': ({ rules }) =>
    rules > 0 ? null : { count: 0, sentence: 'You have no rule: say what you look for.', path: '/api/rules' },
  'no-channel': ({ channels }) =>
    channels > 0
      ? null
      : {
          count: 0,
          sentence: 'You are notified in the inbox only: fill in a channel that reaches you.',
          path: '/api/channels',
        },
  'no-home': ({ hasHome }) =>
    hasHome
      ? null
      : {
          count: 0,
          sentence: 'Where you live is not known: without it there are no distances.',
          path: '/api/me',
        },
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
