/** Adds a value to those of a statement; returns its name there. */
export type Param = (value: unknown) => string

/** Values of a statement, by the names that they get in it. */
export function valuesOf(): { values: unknown[]; param: Param } {
  const values: unknown[] = []
  return { values, param: (value) => `$${values.push(value)}` }
}

/** Each kept by every connection, some hundred kilobytes of a long one. */
const shapesMax = 24

/**
 * Names the texts that a statement has, which is put together of parts, so that each is read and planned once per
 * connection. The first that come get a name; what is beyond goes unprepared.
 */
export function namesOf(kind: string): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= shapesMax) return known
    const name = `${kind}-${names.size}`
    names.set(text, name)
    return name
  }
}

/** `distanceKm` of `listings l` from the point of these two parameters, as an expression; null without coordinates. */
export const kmFrom = (lat: string, lon: string) => `(CASE WHEN l.lat IS NOT NULL AND l.lon IS NOT NULL
  THEN 12742.0176 * asin(least(1, sqrt(power(sin(radians(l.lat - ${lat}::float8) / 2), 2)
    + cos(radians(${lat}::float8)) * cos(radians(l.lat)) * power(sin(radians(l.lon - ${lon}::float8) / 2), 2)))) END)`
