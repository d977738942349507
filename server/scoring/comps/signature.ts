import type { PriceSubject } from '../price-model/features.ts'

type Priced = PriceSubject & { priceCents: number; currency: string; observedAtMs: number }

/** A hash of 32 bits over what was observed, with the day of it. */
export function signatureOf(priced: Priced): number {
  let hash = 0x811c_9dc5
  const take = (text: string) => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193)
    hash = Math.imul(hash ^ 0x1f, 0x0100_0193)
  }
  const { title, category, condition, basis, marketplace, siteCategory, brand, description } = priced
  for (const part of [title, category, condition, basis, marketplace, siteCategory, brand]) take(part ?? '')
  take(description?.slice(0, 1500) ?? '')
  for (const name of Object.keys(priced.attributes ?? {}).sort()) take(`${name}=${priced.attributes![name]}`)
  take(
    `${priced.photoCount} ${priced.priceCents} ${priced.currency} ${Math.floor(priced.observedAtMs / 86_400_000)}`,
  )
  return hash
}
