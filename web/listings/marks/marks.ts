import type { PutListingMarkBody } from '../../../clients/typescript/api.ts'
import type { Deal } from '../queries.ts'

export type Mark = Deal['mark']
export type MarkChange = PutListingMarkBody
export type HideReason = NonNullable<MarkChange['hiddenReason']>
/** Which marks are asked for; undefined = all but what is hidden. */
export type MarkView = 'new' | 'seen' | 'hidden' | 'contacted' | 'bought' | undefined

/** What was changed here since the server told, by the id of the listing. */
export type MarkedHere = ReadonlyMap<number, Partial<Mark>>

export const hideReasons = [
  'not-wanted',
  'too-expensive',
  'too-far',
  'wrong-thing',
  'bad-condition',
  'suspicious',
  'other',
] as const satisfies HideReason[]

/** What a change makes of a mark, as the server will have it. */
export function markedBy(change: MarkChange, now: Date): Partial<Mark> {
  const at = now.toISOString()
  const since = (isSo: boolean) => (isSo ? at : null)
  const { hidden, hiddenReason, contacted, bought, note, tags } = change
  return {
    ...(hidden !== undefined && {
      hiddenAt: since(hidden),
      hiddenReason: hidden ? (hiddenReason ?? null) : null,
    }),
    ...(contacted !== undefined && { contactedAt: since(contacted) }),
    ...(bought !== undefined && { boughtAt: since(bought) }),
    ...(note !== undefined && { note }),
    ...(tags !== undefined && { tags }),
  }
}

/** Deals as they are marked now; what does not belong into the view any more is left out, in its place when it comes back. */
export function withMarks(deals: readonly Deal[], here: MarkedHere, view: MarkView): Deal[] {
  if (here.size === 0) return deals as Deal[]
  return deals.flatMap((deal) => {
    const changed = here.get(deal.id)
    if (changed === undefined) return [deal]
    const mark = { ...deal.mark, ...changed }
    return belongs(mark, view) ? [{ ...deal, mark }] : []
  })
}

function belongs(mark: Mark, view: MarkView): boolean {
  if (view === 'hidden') return mark.hiddenAt !== null
  if (view === 'contacted') return mark.contactedAt !== null
  if (view === 'bought') return mark.boughtAt !== null
  return mark.hiddenAt === null
}

/** Tags as a person writes them, commas between. */
export function readTags(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map((tag) => tag.trim().replace(/\s+/g, ' '))
        .filter((tag) => tag !== ''),
    ),
  ]
}

/** What a change is called in what is said of it: `hidden`, `notContacted`. */
export function deedOf(change: MarkChange) {
  if (change.hidden !== undefined) return change.hidden ? 'hidden' : 'shownAgain'
  if (change.contacted !== undefined) return change.contacted ? 'contacted' : 'notContacted'
  if (change.bought !== undefined) return change.bought ? 'bought' : 'notBought'
  return 'noted'
}
export type Deed = ReturnType<typeof deedOf>
