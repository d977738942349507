/** How long nobody has to look for the next look to be another visit. */
export const visitGapMs = 30 * 60_000

/** When deals were looked at, in epoch ms: `last` just now, `before` at the end of the visit before this; null = never. */
export interface Looks {
  last: number
  before: number | null
}

/** What to remember of a look now. */
export function nextLook(looks: Looks | null, nowMs: number): Looks {
  if (looks === null) return { last: nowMs, before: null }
  const isAnotherVisit = nowMs - looks.last > visitGapMs
  return { last: nowMs, before: isAnotherVisit ? looks.last : looks.before }
}

const storedAs = 'deals.looks'

/** Remembers a look in this browser; when the visit before ended, null where there was none. */
export function look(nowMs: number): number | null {
  const looks = nextLook(readLooks(localStorage.getItem(storedAs)), nowMs)
  localStorage.setItem(storedAs, JSON.stringify(looks))
  return looks.before
}

/** What another version, or a person, may have stored there is read with care. */
export function readLooks(text: string | null): Looks | null {
  const [, last, before] = /^\{"last":(\d{1,15}),"before":(\d{1,15}|null)\}$/.exec(text ?? '') ?? []
  if (last === undefined) return null
  return { last: Number(last), before: before === 'null' ? null : Number(before) }
}
