/** A curve as pairs of (x, y), straight between them and level outside. */
export type Curve = readonly number[]

/** The y at x. */
export function along(curve: Curve, x: number): number {
  const last = curve.length - 2
  if (x <= curve[0]!) return curve[1]!
  if (x >= curve[last]!) return curve[last + 1]!
  let i = 2
  while (curve[i]! < x) i += 2
  const part = (x - curve[i - 2]!) / (curve[i]! - curve[i - 2]!)
  return curve[i - 1]! + (curve[i + 1]! - curve[i - 1]!) * part
}
