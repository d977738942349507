import { setTimeout as sleep } from 'node:timers/promises'
import type { WokenLoop } from '../../core/feature.ts'
import { pollingLoop } from '../../core/loop.ts'
import type { SellDeps } from '../deps.ts'
import { carryOn } from './carry-on.ts'
import { claimApiPost } from './lease-store.ts'
import { apiPostsChannel } from './post-store.ts'

/** Ads of one process that are worked on at once. */
const lanes = { ends: 3, others: 3 } as const
/** Wakes may be lost, and leases and waits run out unheard. */
const pollMs = 1000
/** Somebody waits for it at a command line. */
const patienceMs = 90_000

/** Posts and ends ads by marketplaces' APIs, until it is stopped. */
export const apiPostLoops = (deps: SellDeps): WokenLoop[] =>
  (['ends', 'others'] as const).map((kind) => {
    const loop = pollingLoop({
      ...{ name: `api-posts-${kind}`, lanes: lanes[kind], log: deps.photos.log },
      async step(signal) {
        const claimed = await claimApiPost(deps.db, kind, deps.clock.now())
        if (claimed === null) return pollMs
        await carryOn(deps, claimed, signal)
        return 0
      },
    })
    return { ...loop, wokenBy: apiPostsChannel }
  })

const lookAgainMs = 300

/** Does what is wanted of one post where nobody else does, as a command has it done; until it is done, or waits for long. */
export async function workOff(deps: SellDeps, id: number, isDone: () => Promise<boolean>): Promise<void> {
  const signal = AbortSignal.timeout(patienceMs)
  while (!signal.aborted && !(await isDone())) {
    const claimed = await claimApiPost(deps.db, id, deps.clock.now())
    if (claimed === null) await sleep(lookAgainMs)
    else await carryOn(deps, claimed, signal)
  }
}
