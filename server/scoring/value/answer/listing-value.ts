import type { Authorized } from '../../../core/actor.ts'
import { notFound } from '../../../core/errors.ts'
import { distanceKm } from '../../../core/places.ts'
import { say } from '../../../model/sentences/sentences.ts'
import { readKnownIdentity } from '../../comps/identity.ts'
import type { PiecesAppraisal } from '../pieces.ts'
import { priceView, reasonIs, valueView } from './value-answer.ts'
import type { Asked, ListingSubject, ValueDeps } from './value-asked.ts'
import { binsOf } from './value-bins.ts'
import { compListings, compViews } from './value-comps.ts'
import { whyNot } from './value-reason.ts'
import { compsShownMax, type ListingValue } from './value-schema.ts'
import { valueSentence } from './value-words.ts'

/**
 * What a listing is worth by what is held now, with all the comparables behind it: those that a person strikes out are no
 * evidence, nor is what is the same evidence. Nothing of it is stored; throws where there is no such listing for them.
 */
export async function valueOfListing(
  deps: ValueDeps,
  person: Authorized<'read'>,
  id: number,
  excluded: readonly number[],
): Promise<ListingValue> {
  const subject = await deps.listingSubject(person, id)
  if (subject === null) throw notFound('listing')
  await deps.db.transaction((tx) => deps.valuer.catchUp(tx))
  const nowMs = deps.clock.now().getTime()
  const asked = askedOf(person, subject)
  const found = asked === null ? null : deps.valuer.appraise({ ...subject, without: new Set(excluded) })
  const appraisal = found?.isUnseen ? null : found
  const value = appraisal?.value ?? null
  return {
    value: value && valueView(value),
    ...reasonIs(
      appraisal
        ? valueSentence(appraisal.value, appraisal.level, nowMs)
        : asked === null
          ? whyNever(subject)
          : whyNot(deps, asked, found),
    ),
    price: asked && priceView(asked, value, nowMs),
    ...(asked && appraisal
      ? await evidenceOf(deps, asked, subject, appraisal, nowMs)
      : { comps: [], bins: [] }),
  }
}

/** The listing as if somebody had asked about it; null where nothing is to be said of its price. */
function askedOf(person: Authorized<'read'>, subject: ListingSubject): Asked | null {
  const { title, demo, category, condition, currency, priceCents } = subject
  if (currency === null || subject.notValued !== null) return null
  return {
    ...{ person, category, condition, currency, priceCents, isCurrencyOpen: false },
    input: { title, demo, exclude: [], compsMax: compsShownMax },
    categoryFrom: 'given',
    identity: readKnownIdentity(subject),
  }
}

const whyNever = ({ notValued }: ListingSubject) =>
  notValued === null ? say('unvalued-no-currency') : say('unvalued-kind-of-offer', { kind: notValued })

async function evidenceOf(
  deps: ValueDeps,
  asked: Asked,
  subject: ListingSubject,
  appraisal: PiecesAppraisal,
  nowMs: number,
): Promise<Pick<ListingValue, 'comps' | 'bins'>> {
  const listings = await compListings(deps, asked, appraisal)
  const comps = compViews(asked, appraisal, listings, nowMs, compsShownMax).map((comp) => ({
    ...comp,
    distanceKm: apartKm(subject, listings.get(comp.listingId)!),
  }))
  return { comps, bins: binsOf(comps) }
}

type Somewhere = Pick<ListingSubject, 'lat' | 'lon'>

function apartKm(a: Somewhere, b: Somewhere): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null
  return Math.round(distanceKm({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon }) * 10) / 10
}
