const minuteMs = 60_000

/** Hours from UTC. Names with several meanings in common use (IST, CST of China aside from RFC 822's) are left out or as RFC 822 has them. */
const hoursByName = new Map<string, number>(
  Object.entries({
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    west: 1,
    bst: 1,
    cet: 1,
    cest: 2,
    met: 1,
    mest: 2,
    mez: 1,
    mesz: 2,
    eet: 2,
    eest: 3,
    msk: 3,
    trt: 3,
    sast: 2,
    est: -5,
    edt: -4,
    cst: -6,
    cdt: -5,
    mst: -7,
    mdt: -6,
    pst: -8,
    pdt: -7,
    akst: -9,
    akdt: -8,
    hst: -10,
    nst: -3.5,
    ndt: -2.5,
    brt: -3,
    art: -3,
    jst: 9,
    kst: 9,
    hkt: 8,
    sgt: 8,
    awst: 8,
    acst: 9.5,
    acdt: 10.5,
    aest: 10,
    aedt: 11,
    nzst: 12,
    nzdt: 13,
  }),
)

/**
 * Distance from UTC in ms of a written zone at a local time ("+0100", "GMT+1", "CEST", "Europe/Paris", "-05:00Z");
 * null for one that we do not know or that has several meanings. `zone` is in lower case.
 */
export function zoneOffsetMs(zone: string, localMs: number): number | null {
  const figures = /^(?:utc|gmt|ut|z)? ?([+-])(\d{1,2})(?::?(\d{2}))?z?$/.exec(zone)
  if (figures) {
    const [, sign, hours, minutes = '0'] = figures
    if (Number(hours) > 15 || Number(minutes) > 59) return null
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minuteMs
  }
  const hours = hoursByName.get(zone)
  if (hours !== undefined) return hours * 60 * minuteMs
  return zone.includes('/') ? placeOffsetMs(zone, localMs) : null
}

/** Making a formatter costs a hundred times more than using it; there are about 600 zones. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    if (formats.size >= 1000) formats.clear()
    formats.set(timeZone, format)
  }
  return format
}

/** A zone by its place's name; in the hour that a clock shows twice, the first of the two. */
function placeOffsetMs(timeZone: string, localMs: number): number | null {
  try {
    const format = formatFor(timeZone)
    const offsetAt = (ms: number) => {
      const name = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')!.value
      return zoneOffsetMs(name.toLowerCase(), ms) ?? 0
    }
    const before = offsetAt(localMs - 24 * 60 * minuteMs)
    const utcMs = localMs - before
    const there = offsetAt(utcMs)
    return there === before ? before : offsetAt(localMs - there)
  } catch {
    return null
  }
}
