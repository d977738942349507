import { storageOf } from './measures.ts'
import type { TitleWord } from './words.ts'

/** Gigabytes; 0 = not said. */
export interface Storage {
  storageGb: number
  ramGb: number
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const ramWords = set('ram memory ddr ddr2 ddr3 ddr4 ddr5 lpddr dimm sodimm unified vram')
const storageWords = set(
  'ssd hdd nvme emmc hd rom flash disk drive disque festplatte hard harddrive storage sata m2 internal solid pcie stockage speicher',
)
/** What has memory beside its storage: a figure of its memory is not the thing's own. */
const devices = set(
  'laptop notebook computer pc desktop macbook imac mac phone smartphone iphone ipad tablet galaxy pixel i3 i5 i7 i9 ' +
    'ryzen intel amd celeron core ultrabook chromebook thinkpad latitude inspiron xps pavilion elitebook server ' +
    'workstation surface raspberry console ps4 ps5 playstation xbox gaming gpu rtx gtx radeon geforce',
)
const ramMaxGb = 128
const kitMax = 16
const kitPattern = /^(\d{1,2})x(\d{1,4}(?:\.\d)?)(gb|tb)$/
const kitBehindPattern = /^(\d{1,4}(?:\.\d)?)(gb|tb)x(\d{1,2})$/
const timesPattern = /^(?:(\d{1,2})x?|x(\d{1,2}))$/

/**
 * `2x16gb`, `16gbx2`, `4 x 4tb` as one word with the measure of all together, where the thing itself is the memory;
 * several devices of so much each are no kit.
 */
export function withKits(list: readonly TitleWord[]): readonly TitleWord[] {
  if (!list.some(({ text }) => /[gt]b/.test(text))) return list
  // "Laptop ram" is for one.
  const isDevice = list.some(
    ({ text }, i) =>
      devices.has(text) &&
      text !== 'pc' &&
      text !== 'gaming' &&
      text !== 'desktop' &&
      !ramWords.has(list[i + 1]?.text ?? ''),
  )
  const isMemory = list.some((word) => roleOf(word) !== null)
  const found: TitleWord[] = []
  for (let i = 0; i < list.length; i++) {
    const kit = kitAt(list, i)
    if (kit === undefined) found.push(list[i]!)
    else if (kit.apart && (isDevice || (kit.isBehind && !isMemory))) found.push(list[i]!)
    else {
      const measure = storageOf(kit.count * kit.each)
      found.push({ text: measure.text, measure, code: null, pieces: kit.count })
      i += kit.words - 1
    }
  }
  return found
}

interface Kit {
  count: number
  each: number
  words: number
  /** Written with gaps, as several devices would be, too. */
  apart: boolean
  /** The number stands behind: `16GB x2`. */
  isBehind: boolean
}

function kitAt(list: readonly TitleWord[], at: number): Kit | undefined {
  const { text, measure } = list[at]!
  const one = kitPattern.exec(text)
  if (one) return kitOf(Number(one[1]), bytes(one[2]!, one[3]!), 1, false)
  const behind = kitBehindPattern.exec(text)
  if (behind) return kitOf(Number(behind[3]), bytes(behind[1]!, behind[2]!), 1, false)
  const next = list[at + 1]
  if (measure?.kind === 'GB') {
    const times = next?.text === 'x' ? list[at + 2]?.text : undefined
    if (times !== undefined && /^\d{1,2}$/.test(times))
      return kitOf(Number(times), measure.value, 3, true, true)
    const glued = /^x(\d{1,2})$/.exec(next?.text ?? '')
    return glued ? kitOf(Number(glued[1]), measure.value, 2, true, true) : undefined
  }
  const times = timesPattern.exec(text)
  if (!times || times[1] === undefined) return undefined
  if (text.endsWith('x'))
    return next?.measure?.kind === 'GB' ? kitOf(Number(times[1]), next.measure.value, 2, true) : undefined
  const far = next?.text === 'x' ? list[at + 2] : undefined
  return far?.measure?.kind === 'GB' ? kitOf(Number(times[1]), far.measure.value, 3, true) : undefined
}

const bytes = (figure: string, unit: string) => Number(figure) * (unit === 'tb' ? 1024 : 1)
const kitOf = (count: number, each: number, words: number, apart: boolean, isBehind = false) =>
  count >= 2 && count <= kitMax ? { count, each, words, apart, isBehind } : undefined

/**
 * Memory and storage, told apart by the words beside each figure, else by size where two are given (`16GB/512GB`). What
 * is memory only is a device's RAM, but of a memory module its own capacity.
 */
export function readStorage(list: readonly TitleWord[]): Storage {
  const ram: number[] = []
  const storage: number[] = []
  const open: number[] = []
  const first = list.findIndex(({ measure }) => measure?.kind === 'GB')
  const isBefore = list.slice(0, Math.max(0, first)).some((word) => roleOf(word) !== null)
  for (let i = 0; i < list.length; i++) {
    const { measure } = list[i]!
    if (measure === null || measure.kind !== 'GB' || measure.value < 1) continue
    const role = roleAt(list, i, isBefore)
    ;(role === 'ram' ? ram : role === 'storage' ? storage : open).push(measure.value)
  }
  if (open.length > 0) {
    const sorted = open.toSorted((x, y) => x - y)
    const least = sorted[0]!
    const isPair = sorted.length + storage.length > 1
    if (ram.length === 0 && isPair && least <= ramMaxGb / 2 && Math.max(...sorted, ...storage) >= 4 * least) {
      ram.push(sorted.shift()!)
    }
    storage.push(...sorted)
  }
  const storageGb = Math.max(0, ...storage)
  const ramGb = Math.max(0, ...ram)
  const isKit = list.some(({ pieces }) => pieces !== undefined)
  const isModule = storageGb === 0 && ramGb > 0 && (isKit || !list.some(({ text }) => devices.has(text)))
  return isModule ? { storageGb: ramGb, ramGb } : { storageGb, ramGb }
}

type Role = 'ram' | 'storage' | null

/** "RAM 8GB, SSD 1TB" or "8GB RAM, 1TB SSD": the first of them tells on which side the words stand. */
function roleAt(list: readonly TitleWord[], at: number, isBefore: boolean): Role {
  const before = roleOf(list[at - 1])
  return isBefore ? (before ?? roleBehind(list, at)) : (roleBehind(list, at) ?? before)
}

function roleBehind(list: readonly TitleWord[], at: number): Role {
  const next = list[at + 1]
  if (next?.measure === null && /^(?:of|m|pc\d?)$/.test(next.text)) return roleOf(list[at + 2])
  return roleOf(next)
}

function roleOf(word: TitleWord | undefined): Role {
  if (word === undefined) return null
  return ramWords.has(word.text) ? 'ram' : storageWords.has(word.text) ? 'storage' : null
}
