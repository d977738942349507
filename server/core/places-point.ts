/** Degrees with at least two decimals: fewer name no point that anybody means. */
const degrees = String.raw`(-?\d{1,3}\.\d{2,8})`
const written = new RegExp(String.raw`^([^()]*)\(\s*${degrees}\s*,\s*${degrees}\s*\)$`)

/**
 * A point that was set on a map, as it is written where a place is: latitude and longitude in brackets, behind the town
 * that is nearest or alone: "Oakland, CA (37.8044, -122.2712)". Null for any other text.
 */
export function pointIn(text: string): { town: string; lat: number; lon: number } | null {
  const found = written.exec(text.trim())
  if (!found) return null
  const [lat, lon] = [Number(found[2]), Number(found[3])]
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return null
  return { town: found[1]!.trim(), lat, lon }
}
