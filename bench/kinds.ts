import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { decodeClassifier } from '../server/core/classifier.ts'
import { badInput } from '../server/core/errors.ts'
import { categoryOf } from '../server/listings/normalize/category.ts'
import { weighedCategory } from '../server/listings/normalize/category-model.ts'
import { offerSubject } from '../server/listings/normalize/offer.ts'
import type { Category } from '../server/model/listing-schema.ts'
import type { OfferKind, PriceMeaning } from '../server/model/offer/kinds.ts'
import { readOffer } from '../server/model/offer/offer.ts'
import { titleWordKind } from './lib-offer-baselines.ts'
import { fitCategories, fitOffers } from './lib-offer-fit.ts'
import {
  foldCount,
  labelledRows,
  type OfferRow,
  ownLabels,
  sharedData,
  sharedGold,
} from './lib-offer-rows.ts'

interface Read {
  kind: OfferKind
  price: PriceMeaning
  category: Category
}

/**
 * `npm run bench -- kinds [--gold FILE] [--data DIR] [--json]`: reads the rows that a file of labels names with the
 * shipped reader, beside two baselines. `crossValidated` is the same reader taught without the rows that are measured
 * (nor others of their titles): the shipped one has learned from the shared gold and the rows of bench/labels.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== '--json'),
    options: { gold: { type: 'string' }, data: { type: 'string' } },
  })
  const gold = values.gold ?? sharedGold
  const data = values.data ?? sharedData
  if (!existsSync(gold) || !existsSync(data)) {
    if (values.gold !== undefined || values.data !== undefined)
      throw badInput(`There is no ${existsSync(gold) ? data : gold}.`)
    return { skipped: 'name --gold FILE and --data DIR (the shared data is not on this machine)' }
  }
  const rows = await labelledRows(gold, data)
  if (rows.length === 0) throw badInput('None of the rows of the labels is in the data.')
  const measured = figures(rows, ({ listing }) => ({
    ...readOffer(offerSubject(listing)),
    category: listing.category,
  }))
  const baselines = {
    everythingAThing: figures(rows, ({ listing }) => ({
      kind: 'thing',
      price: 'asked',
      category: ruledCategory(listing),
    })),
    titleWords: figures(rows, ({ listing }) => ({
      kind: titleWordKind(listing.title),
      price: 'asked',
      category: ruledCategory(listing),
    })),
  }
  const crossValidated = values.gold === undefined ? await crossValidate(rows, data) : undefined
  return { ...measured, microsPerListing: speed(rows), baselines, ...(crossValidated && { crossValidated }) }
}

async function crossValidate(rows: readonly OfferRow[], data: string): Promise<Record<string, number>> {
  const others = await labelledRows(ownLabels, data)
  const readers = Array.from({ length: foldCount }, (_, fold) => {
    const taught = [...rows, ...others].filter((row) => row.fold !== fold)
    return {
      offers: decodeClassifier(fitOffers(taught)),
      categories: decodeClassifier(fitCategories(taught)),
    }
  })
  return figures(rows, ({ listing, fold }) => {
    const { offers, categories } = readers[fold]!
    const offer = readOffer(offerSubject(listing), offers)
    const subject = { ...listing, ruled: ruledCategory(listing) }
    return { ...offer, category: weighedCategory(subject, offer.kind, null, categories).category }
  })
}

/** By the words of title and site category alone. */
function ruledCategory({ title, siteCategory }: OfferRow['listing']): Category {
  return categoryOf(title, siteCategory ?? undefined).category
}

function figures(rows: readonly OfferRow[], read: (row: OfferRow) => Read): Record<string, number> {
  const answers = rows.map((row) => ({ row, answer: read(row) }))
  const called = answers.filter(({ answer }) => answer.kind === 'thing')
  const things = answers.filter(({ row }) => row.kind === 'thing')
  const share = (part: typeof answers, isRight: (each: (typeof answers)[number]) => boolean) =>
    round(part.filter(isRight).length / Math.max(1, part.length))
  return {
    n: rows.length,
    thingPrecision: share(called, ({ row }) => row.kind === 'thing'),
    thingRecall: share(things, ({ answer }) => answer.kind === 'thing'),
    kindAccuracy: share(answers, ({ row, answer }) => row.kind === answer.kind),
    priceAccuracy: share(answers, ({ row, answer }) => row.price === answer.price),
    categoryAccuracy: share(answers, ({ row, answer }) => row.category === answer.category),
  }
}

/** Of each hundred readings the fastest of seven passes, so that other work on the machine counts less. */
function speed(rows: readonly OfferRow[]): number {
  const subjects = rows.map(({ listing }) => offerSubject(listing))
  const starts = Array.from({ length: Math.ceil(subjects.length / 100) }, (_, i) => i * 100)
  const best = new Float64Array(starts.length).fill(Number.POSITIVE_INFINITY)
  for (let pass = 0; pass < 7; pass++) {
    for (const [i, from] of starts.entries()) {
      const start = performance.now()
      for (const subject of subjects.slice(from, from + 100)) readOffer(subject)
      best[i] = Math.min(best[i]!, performance.now() - start)
    }
  }
  return round((best.reduce((sum, ms) => sum + ms, 0) * 1000) / subjects.length)
}

const round = (value: number) => Math.round(value * 10_000) / 10_000
