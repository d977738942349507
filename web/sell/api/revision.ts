import type { Revision } from './queries.ts'

type Whole = Required<Pick<Revision, 'title' | 'description' | 'priceCents' | 'quantity' | 'bestOffer'>>

/** Only what is to be another than it is there; without anything where it stays as it is. */
export function changesOf(before: Whole, after: Whole): Revision {
  const isSameText = (a: string, b: string) => withLines(a) === withLines(b)
  return {
    ...(after.priceCents !== before.priceCents && { priceCents: after.priceCents }),
    ...(after.quantity !== before.quantity && { quantity: after.quantity }),
    ...(!isSameText(after.title, before.title) && { title: after.title }),
    ...(!isSameText(after.description, before.description) && { description: withLines(after.description) }),
    ...(!isSameTerms(after.bestOffer, before.bestOffer) && { bestOffer: after.bestOffer }),
  }
}

/** Forms end their lines as mails do. */
const withLines = (text: string) => text.replaceAll('\r\n', '\n').trim()

function isSameTerms(a: Whole['bestOffer'], b: Whole['bestOffer']): boolean {
  if (a === null || b === null) return a === b
  return a.acceptCents === b.acceptCents && a.refuseBelowCents === b.refuseBelowCents
}
