import type { EbayItem } from './answer.ts'

const imagesMax = 24

/** The pictures in eBay's order, each once and in the largest size that the answer names. */
export function imagesOf(item: EbayItem): string[] {
  const addresses = [
    item.image?.imageUrl,
    ...(item.thumbnailImages ?? []).map((image) => image?.imageUrl),
    ...(item.additionalImages ?? []).map((image) => image?.imageUrl),
    item.primaryItemGroup?.itemGroupImage?.imageUrl,
  ]
  const largest = new Map<string, { address: string; size: number }>()
  for (const address of addresses) {
    if (!address || address.length > 2000 || !URL.canParse(address)) continue
    const url = new URL(address)
    if (!/^https?:$/.test(url.protocol)) continue
    const size = sizeOf(url.pathname)
    const key = pictureOf(url)
    const known = largest.get(key)
    if (!known || size > known.size) largest.set(key, { address: url.href, size })
  }
  return [...largest.values()].slice(0, imagesMax).map(({ address }) => address)
}

/** `…/g/<picture>/s-l225.jpg` and `…/z/<picture>/$_0.JPG` are sizes of one picture. */
function pictureOf(url: URL): string {
  return /\/[gz]\/([\w~-]+)\//.exec(url.pathname)?.[1] ?? `${url.host}${url.pathname}`
}

/** Longest side in pixels; 0 when the address does not tell (`$_0.JPG`). */
function sizeOf(pathname: string): number {
  return Number(/\/s-l(\d{2,5})\./.exec(pathname)?.[1] ?? 0)
}
