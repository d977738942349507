import { type LiveNote, namedMax } from './live-schema.ts'

/** As many as one event names at a time. */
export function* inNamed<T>(things: readonly T[]): Generator<T[]> {
  for (let from = 0; from < things.length; from += namedMax) yield things.slice(from, from + namedMax)
}

/** The ids, where they are not more than an event names. */
export const namedOrNull = (ids: readonly number[]): number[] | null =>
  ids.length > namedMax ? null : [...ids]

/** Of rows that say whose they are, notes for each person. */
export function perPerson<Row extends { userId: number }>(
  rows: readonly Row[],
  note: (userId: number, own: Row[]) => LiveNote,
): LiveNote[] {
  return [...Map.groupBy(rows, ({ userId }) => userId)].flatMap(([userId, own]) =>
    [...inNamed(own)].map((some) => note(userId, some)),
  )
}
