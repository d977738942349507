/** Degrees that hold all that is so near; null = of longitudes any. */
export interface Box {
  latMin: number
  latMax: number
  lonMin: number | null
  lonMax: number | null
}

const kmPerDegree = 110

/** A box around what is at most so many km from a point, a little larger. */
export function boxAround({ lat, lon }: { lat: number; lon: number }, km: number): Box {
  const reach = km / kmPerDegree
  const [latMin, latMax] = [lat - reach, lat + reach]
  const widest = Math.cos((Math.min(90, Math.max(Math.abs(latMin), Math.abs(latMax))) * Math.PI) / 180)
  const across = widest > 0 ? reach / widest : 360
  // Around a pole, or over the line where 180 meets -180.
  const isOpen = latMin <= -90 || latMax >= 90 || lon - across < -180 || lon + across > 180
  return { latMin, latMax, lonMin: isOpen ? null : lon - across, lonMax: isOpen ? null : lon + across }
}
