/** Small RGB pixels of a photo, row by row. */
export interface Pixels {
  data: Uint8Array
  width: number
  height: number
}

/** What becomes of a value of a channel: `value * gain + offset`. */
export interface Tones {
  gains: [red: number, green: number, blue: number]
  offset: number
}

/** No channel gets more than this brighter or darker: what is shown has to stay the thing. */
const gainMax = 1.15
const liftMax = 14
/** Below it, nobody sees a difference. */
const gainMin = 1.02
/** Of the picture's sides: what lies around the thing. */
const ringShare = 0.12
/** More colour than that in the surroundings is a coloured wall, or the light of an evening, and no fault of the camera. */
const castMax = 1.22
/** Of what lies around the thing, so much has to be nearly grey. */
const greyShareMin = 0.5
/** Walls and floors are rarely quite grey: so much of what is missing is put right. */
const balanceShare = 0.6
/** Share of the pixels at either end that may be lost for contrast. */
const clipShare = 0.004

/**
 * By how much light and colour of a photo are put right, within small bounds; null where nothing needs to be. White
 * balance takes what lies around the thing for grey, where it nearly is; exposure spreads what is dark to what is bright.
 */
export function tonesOf(pixels: Pixels): Tones | null {
  const balance = balanceOf(pixels)
  const { low, high, middle } = levelsOf(pixels)
  // A night picture, or one that is all white, says nothing of how bright it ought to be.
  const isReadable = high - low > 40
  const stretched = isReadable ? clamp(250 / high, 1, gainMax) : 1
  // What is bright in the middle already would only be washed out.
  const gain = middle * stretched > 190 ? 1 : stretched
  // A haze over what is black; a picture in which nothing is black has none.
  const isHazy = isReadable && low > 6 && low <= 40
  const haze = isHazy ? Math.min(liftMax, low - 6) : 0
  // What is white stays white.
  const spread = 255 / (255 - haze)
  const offset = -haze * spread
  const gains = balance.map((one) => one * gain * spread) as Tones['gains']
  const isNoticed = gains.some((one) => one >= gainMin || one <= 1 / gainMin) || Math.abs(offset) >= 3
  return isNoticed
    ? {
        gains: gains.map((one) => clamp(one, 1 / gainMax, gainMax)) as Tones['gains'],
        offset: Math.round(offset),
      }
    : null
}

/** Gains that make the surroundings grey and keep their brightness; ones where too little of them is nearly grey. */
function balanceOf({ data, width, height }: Pixels): Tones['gains'] {
  const edgeX = Math.max(1, Math.round(width * ringShare))
  const edgeY = Math.max(1, Math.round(height * ringShare))
  const sums = [0, 0, 0]
  let [grey, ring] = [0, 0]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isInside = x >= edgeX && x < width - edgeX && y >= edgeY && y < height - edgeY
      if (isInside) continue
      ring++
      const at = (y * width + x) * 3
      const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!]
      const most = Math.max(r, g, b)
      // What is burnt out or black has lost its colour; what has one of its own (a thing that touches the edge) says nothing.
      if (most > 248 || most < 40 || most > castMax * Math.min(r, g, b)) continue
      sums[0]! += r
      sums[1]! += g
      sums[2]! += b
      grey++
    }
  if (grey < greyShareMin * ring) return [1, 1, 1]
  const [red, green, blue] = sums.map((sum) => sum / grey) as [number, number, number]
  const bright = 0.299 * red + 0.587 * green + 0.114 * blue
  return [red, green, blue].map((one) =>
    clamp(1 + balanceShare * (bright / one - 1), 1 / gainMax, gainMax),
  ) as Tones['gains']
}

function levelsOf({ data }: Pixels): { low: number; high: number; middle: number } {
  const counts = new Uint32Array(256)
  const total = data.length / 3
  for (let at = 0; at + 2 < data.length; at += 3)
    counts[Math.round(0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!)]!++
  const at = (share: number) => {
    let seen = 0
    for (let value = 0; value < 256; value++) {
      seen += counts[value]!
      if (seen >= share * total) return value
    }
    return 255
  }
  return { low: at(clipShare), high: Math.max(1, at(1 - clipShare)), middle: at(0.5) }
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
