/** The known name that was probably meant: the nearest within `changesMax` changed, added or missing characters. */
export function nearest(name: string, known: Iterable<string>, changesMax: number): string | undefined {
  return [...known]
    .map((other) => ({ other, distance: editDistance(name, other) }))
    .filter(({ distance }) => distance <= changesMax)
    .sort((a, b) => a.distance - b.distance)[0]?.other
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]!
}
