import { crc32, deflateSync } from 'node:zlib'
import { type PictureKind, pictureKinds } from './catalogue.ts'

/** 16 × 10 dots each; `#` is the thing, `+` its light parts. */
// biome-ignore format: drawings
const drawings: Readonly<Record<PictureKind, string>> = {
  furniture:  '................|...########.....|...#++++++#.....|...#++++++#.....|...#++++++#.....|..##########....|..#++++++++#....|..##########....|...##....##.....|...##....##.....',
  bike:       '................|.....##...###....|......#.....#....|......######.....|.####.#..#.####..|#+..#.##.#.#+..#.|#..+.#.##..#..+#.|#+..#....#.#+..#.|.####.....#.####.|................',
  phone:      '.....######.....|.....#++++#.....|.....#++++#.....|.....#++++#.....|.....#++++#.....|.....#++++#.....|.....#++++#.....|.....#++++#.....|.....##++##.....|.....######.....',
  computer:   '................|..############..|..#++++++++++#..|..#++++++++++#..|..#++++++++++#..|..#++++++++++#..|..############..|......####......|....########....|................',
  camera:     '................|.....#####......|.##############.|.#+++#####+++##.|.#++##+++##++##.|.#++#++#++#++##.|.#++##+++##++##.|.#+++#####+++##.|.##############.|................',
  audio:      '....########....|...##......##...|..##........##..|..#..........#..|..#..........#..|.###........###.|.#+#........#+#.|.#+#........#+#.|.#+#........#+#.|.###........###.',
  game:       '................|................|...##########...|..############..|.##+####++####+#.|.#+++####+#####.|.##+#####++###+#.|.#####....#####.|..###......###..|................',
  tool:       '................|..###########...|.#+++########+##.|.#+++########+##.|..###########...|......####......|......####......|......####......|.....######.....|.....#++++#.....',
  appliance:  '...##########...|...#++++++++#...|...##########...|...#........#...|...#..####..#...|...#.#++++#.#...|...#.#++++#.#...|...#..####..#...|...#........#...|...##########...',
  instrument: '............##..|...........###..|..........##....|.........##.....|...##..##.......|..#+####........|.#+++###........|.#++#+++#.......|.##+++##........|..####..........',
  clothing:   '...###....###...|..#++######++#..|.#++++++++++++#.|.###++++++++###.|...#++++++++#...|...#++++++++#...|...#++++++++#...|...#++++++++#...|...#++++++++#...|...##########...',
  sport:      '................|..##........##..|..##........##..|.####......####.|.##############.|.##############.|.####......####.|..##........##..|..##........##..|................',
  toy:        '................|...###..###.....|...#+#..#+#.....|.############...|.#++++++++++#...|.#++++++++++#...|.#++++++++++#...|.#++++++++++#...|.############...|................',
  home:       '.......##.......|......####......|....##++++##....|..##++++++++##..|.##++++++++++##.|..#++++++++++#..|..#+++####+++#..|..#+++#..#+++#..|..#+++#..#+++#..|..############..',
}

/** Five dots wide, seven high. */
const letters: Readonly<Record<string, string>> = {
  D: '####.|#...#|#...#|#...#|#...#|#...#|####.',
  E: '#####|#....|#....|####.|#....|#....|#####',
  M: '#...#|##.##|#.#.#|#.#.#|#...#|#...#|#...#',
  O: '.###.|#...#|#...#|#...#|#...#|#...#|.###.',
}

const width = 480
const height = 360
/** Palette numbers. */
const ink = { ground: 0, thing: 1, light: 2, band: 3, text: 4 } as const

/**
 * A PNG of 480 × 360 that says DEMO on a band, for a name such as `bike-3fa9-2` (drawing, looks of the thing, number of
 * the photo); null for a name that is none. The same name gives the same bytes.
 */
export function thumbnail(name: string): Buffer | null {
  const match = /^([a-z]{1,20})-([0-9a-f]{4})-(\d{1,2})$/.exec(name)
  const kind = pictureKinds.find((known) => known === match?.[1])
  if (!match || !kind) return null
  const looks = Number.parseInt(match[2]!, 16)
  const photo = Number(match[3])
  const pixels = new Uint8Array(width * height)
  const dot = photo === 1 ? 22 : 18
  // Each photo of a thing shows it somewhere else.
  const left = Math.floor((width - 16 * dot) / 2) + ((photo * 37 + looks) % 41) - 20
  const top = 20 + ((photo * 23 + looks) % 19)
  stamp(pixels, drawings[kind], { left, top, dot }, { '#': ink.thing, '+': ink.light })
  fill(pixels, { left: 0, top: height - 84, wide: width, high: 84 }, ink.band)
  const word = 'DEMO'
  for (let i = 0; i < word.length; i++) {
    stamp(pixels, letters[word[i]!]!, { left: 120 + i * 64, top: height - 76, dot: 10 }, { '#': ink.text })
  }
  const hue = looks % 360
  return png(pixels, [
    shade(hue, 0.35, 0.9 - (photo % 4) * 0.04),
    shade((hue + 150) % 360, 0.45, 0.32),
    shade((hue + 150) % 360, 0.35, 0.62),
    [180, 83, 9],
    [255, 255, 255],
  ])
}

function stamp(
  pixels: Uint8Array,
  drawing: string,
  { left, top, dot }: { left: number; top: number; dot: number },
  inks: Record<string, number>,
): void {
  drawing.split('|').forEach((line, row) => {
    for (let column = 0; column < line.length; column++) {
      const color = inks[line[column]!]
      if (color !== undefined) {
        fill(pixels, { left: left + column * dot, top: top + row * dot, wide: dot, high: dot }, color)
      }
    }
  })
}

function fill(
  pixels: Uint8Array,
  { left, top, wide, high }: { left: number; top: number; wide: number; high: number },
  color: number,
): void {
  for (let y = Math.max(0, top); y < Math.min(height, top + high); y++) {
    pixels.fill(color, y * width + Math.max(0, left), y * width + Math.min(width, left + wide))
  }
}

type Rgb = readonly [number, number, number]

/** HSL with hue in degrees. */
function shade(hue: number, saturation: number, lightness: number): Rgb {
  const chroma = saturation * Math.min(lightness, 1 - lightness)
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12
    return Math.round(255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  }
  return [channel(0), channel(8), channel(4)]
}

/** Eight bits a pixel with a palette, no filter (PNG specification, §11). */
function png(pixels: Uint8Array, palette: readonly Rgb[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
