/** Photos as they are put together: their numbers, one list for each thing. */
export type Arrangement = readonly (readonly number[])[]

/** A photo goes to the end of another group, or into one of its own; groups that are empty then are gone. */
export function movePhoto(groups: Arrangement, photoId: number, to: number | 'new'): number[][] {
  const without = groups.map((group) => group.filter((id) => id !== photoId))
  if (to === 'new') without.push([photoId])
  else without[to] = [...(without[to] ?? []), photoId]
  return without.filter((group) => group.length > 0)
}

/** One place to the front or the back within its list. */
export function shiftPhoto(ids: readonly number[], photoId: number, by: -1 | 1): number[] {
  const at = ids.indexOf(photoId)
  const to = at + by
  if (at < 0 || to < 0 || to >= ids.length) return [...ids]
  const moved = [...ids]
  moved.splice(at, 1)
  moved.splice(to, 0, photoId)
  return moved
}
