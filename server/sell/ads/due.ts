import type { Posting } from '../../model/posting.ts'
import type { StoredPost } from '../item-store.ts'
import type { SellTasks } from '../task-schema.ts'

const dayMs = 86_400_000
/** So long before an ad runs out its seller is asked to renew it. */
export const warnedDays = 3
/** Nobody said for so long that an ad still stands. */
const longAgoMs = 21 * dayMs

type Due = Pick<SellTasks['toCheck'][number], 'why' | 'endsAt' | 'manageUrl'>

/** Why its seller should look at an ad that stands, as far as its marketplace's times are known; null = no reason yet. */
export function dueOf(
  { listedAt, checkedAt }: Pick<StoredPost, 'listedAt' | 'checkedAt'>,
  posting: Posting | null,
  now: Date,
): Due | null {
  const since = (checkedAt ?? listedAt).getTime()
  const manageUrl = posting?.manageUrl ?? null
  const { runsDays = null, renewableAfterDays = null } = posting ?? {}
  if (runsDays !== null && now.getTime() >= since + (runsDays - warnedDays) * dayMs)
    return { why: 'runs-out', endsAt: new Date(since + runsDays * dayMs).toISOString(), manageUrl }
  if (renewableAfterDays !== null && now.getTime() >= since + renewableAfterDays * dayMs)
    return { why: 'renewable', endsAt: null, manageUrl }
  return now.getTime() >= since + longAgoMs ? { why: 'long-ago', endsAt: null, manageUrl } : null
}
