import { isAbsolute } from 'node:path'

/** The ground of a map that is not the app's own. */
export interface MapTiles {
  /** Pictures at `{z}/{x}/{y}`, or one file of vector tiles in the schema of Protomaps. */
  kind: 'pictures' | 'file'
  url: string
  /** Whom it is thanks to. */
  attribution: string
  /** Where that file is on this machine; null = elsewhere. */
  path: string | null
}

/** Where pages ask for parts of a file that is on this machine. */
const ownTilesPath = '/api/places/map/ground.pmtiles'

/** What such an address may not be; null = nothing. */
export function notTiles(text: string): string | null {
  if (isOwnFile(text)) return null
  const url = URL.parse(text.replaceAll(/[{}]/g, ''))
  const isHttps = url !== null && (url.protocol === 'https:' || isThisMachine(url)) && url.username === ''
  const isPictures = ['{z}', '{x}', '{y}'].every((part) => text.split(part).length === 2)
  const isFile = url?.pathname.endsWith('.pmtiles') === true && !/[{}]/.test(text)
  return isHttps && (isPictures || isFile) && !/[\s;,'"]/.test(text)
    ? null
    : 'an https:// address with {z}, {x} and {y}, or one that ends in .pmtiles, or the full path of such a file'
}

const isOwnFile = (text: string) => isAbsolute(text) && text.endsWith('.pmtiles')

const isThisMachine = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)

/** Null where none was chosen. */
export function mapTiles(address: string | undefined, attribution: string | undefined): MapTiles | null {
  if (address === undefined) return null
  const about = { attribution: attribution ?? '' }
  if (isOwnFile(address)) return { kind: 'file', url: ownTilesPath, path: address, ...about }
  return { kind: address.includes('{z}') ? 'pictures' : 'file', url: address, path: null, ...about }
}

/** What pages may ask for them; null = nobody but us. */
export function originOfTiles(tiles: MapTiles | null): string | null {
  return tiles === null || tiles.path !== null ? null : new URL(tiles.url.replaceAll(/[{}]/g, '')).origin
}
