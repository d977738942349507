import { say } from '../model/sentences/sentences.ts'
import { warnedDays } from '../sell/ads/due.ts'
import { type DuePost, holdRunningOut, holdStillUp, noteReminded } from '../sell/ads/reminder-store.ts'
import { endTaskAfterMs } from '../sell/api-posts/machine.ts'
import { placeName, type SellerTask, type TellSellerDeps, tellSellers } from './tell-sellers.ts'

/** So long after a thing was sold its seller is reminded of ads that still stand. */
const remindedAfterHours = [4, 24, 72] as const
const atOnce = 200
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * Reminds sellers of ads that still stand although the thing is sold, tells once of those that the program could not end, and of
 * those that run out soon. In one transaction
 * with the note that they were told; two at once tell of different ones.
 */
export async function remindSellers(deps: TellSellerDeps, signal: AbortSignal): Promise<void> {
  const running = [...deps.postingPlaces.values()].flatMap(({ id, posting: { runsDays } }) =>
    runsDays === null ? [] : [{ marketplace: id, afterDays: runsDays - warnedDays }],
  )
  for (let isMore = true; isMore && !signal.aborted; )
    isMore = await deps.db.transaction(async (tx) => {
      const now = deps.clock.now()
      const up = await holdStillUp(
        tx,
        { afterHours: remindedAfterHours, apiAfterMs: endTaskAfterMs },
        now,
        atOnce,
      )
      const ending = await holdRunningOut(tx, running, now, atOnce)
      await tellSellers(deps, tx, [
        ...up.map((post) =>
          post.via === 'api' && post.reminders === 0 ? endFailed(deps, post) : stillUp(deps, post, now),
        ),
        ...ending.map((post) => runsOut(deps, post)),
      ])
      await noteReminded(
        tx,
        [...up, ...ending].map(({ id }) => id),
        now,
      )
      return up.length === atOnce || ending.length === atOnce
    })
}

function stillUp(deps: TellSellerDeps, post: DuePost, now: Date): SellerTask {
  const place = placeName(deps, post.marketplace)
  const hours = Math.floor((now.getTime() - post.endAskedAt!.getTime()) / hourMs)
  return {
    ...{ userId: post.userId, key: `task-up:${post.id}:${post.endAskedAt!.getTime()}:${post.reminders}` },
    title: say('task-still-up', { title: post.title, place, hours }),
    lines: [say('task-take-down', { place, url: addressOf(deps, post) }), say('task-done')],
  }
}

/** What the program was to end by itself, and could not. */
function endFailed(deps: TellSellerDeps, post: DuePost): SellerTask {
  const place = placeName(deps, post.marketplace)
  return {
    ...{ userId: post.userId, key: `task-end-failed:${post.id}:${post.endAskedAt!.getTime()}` },
    title: say('task-end-failed', { title: post.title, place }),
    lines: [
      ...(post.reason === null ? [] : [say('task-end-why', { reason: post.reason })]),
      say('task-take-down', { place, url: addressOf(deps, post) }),
      say('task-done'),
    ],
  }
}

function runsOut(deps: TellSellerDeps, post: DuePost): SellerTask {
  const place = placeName(deps, post.marketplace)
  const days = deps.postingPlaces.get(post.marketplace)!.posting.runsDays!
  const endsOn = new Date(post.since.getTime() + days * dayMs).toISOString().slice(0, 10)
  return {
    ...{ userId: post.userId, key: `task-runs-out:${post.id}:${post.since.getTime()}` },
    title: say('task-runs-out', { title: post.title, place, endsOn }),
    lines: [say('task-renew', { place, url: addressOf(deps, post) }), say('task-done')],
  }
}

const addressOf = ({ postingPlaces }: TellSellerDeps, { url, marketplace }: DuePost) =>
  url ?? postingPlaces.get(marketplace)?.posting.manageUrl ?? null
