import { kmFrom, type Param } from '../core/statement.ts'
import type { ScorePartName, ScoreWeights, TravelCost } from '../model/score-schema.ts'
import { scorePartNames } from '../model/score-schema.ts'
import type { ScoreSql } from '../model/score-sql.ts'
import type { Curve } from './curve.ts'
import { wayKmMax } from './resale/landed.ts'
import { eachPart } from './score.ts'
import {
  conditionShares,
  conditionUnknown,
  deviationMax,
  deviationMin,
  discountCurve,
  distanceCurve,
  hourMs,
  logisticScale,
  notApplicable,
  offerDeviation,
  photoShares,
  priceNeutral,
  recencyCurve,
  shippedDistance,
  tailDeviations,
  trustUntold,
} from './score-curves.ts'
import { defaultWeights } from './weights.ts'

/** Who looks at many listings at once, and when. */
export interface ListViewer {
  place: { lat: number; lon: number } | null
  travel: TravelCost | null
  asOfMs: number
}

/**
 * `scoreTotal` in SQL, of what is stored of a listing (`NeutralScore`, its value, place and age) and who looks when: made
 * from the same curves and weights, in the same order of the same operations, so that both give one number.
 */
export function scoreSql(viewer: ListViewer, param: Param, weights: ScoreWeights = defaultWeights): ScoreSql {
  const { place, travel, asOfMs } = viewer
  const km = place === null ? 'NULL::float8' : kmFrom(param(place.lat), param(place.lon))
  const posted = "round(date_part('epoch', coalesce(l.posted_at, l.first_seen_at)) * 1000)"
  const way =
    travel === null || place === null
      ? '0'
      : `CASE WHEN l.price_share IS NOT NULL AND l.shipping_cents IS NULL AND l.currency = ${param(travel.currency)}
           AND seen.km > 0
         THEN floor(least(seen.km, ${wayKmMax}) * 2 * ${param(travel.centsPerKm)}::float8 + 0.5) ELSE 0 END`
  // OFFSET 0 keeps what is made once from being written out wherever it is used.
  const joins = `
    CROSS JOIN LATERAL (SELECT ${km} AS km, (${param(asOfMs)}::float8 - ${posted}) / ${hourMs} AS hours OFFSET 0) AS seen
    CROSS JOIN LATERAL (SELECT ${way} AS cents OFFSET 0) AS way
    CROSS JOIN LATERAL (SELECT
      CASE WHEN way.cents > 0 AND l.value->>'currency' = l.currency AND l.value_mid_cents > 0
        THEN ln((l.price_cents + way.cents) / l.value_mid_cents::float8) END AS log OFFSET 0) AS price
    CROSS JOIN LATERAL (SELECT CASE WHEN price.log IS NOT NULL THEN ${deviationSql} END AS deviation OFFSET 0) AS spread
    CROSS JOIN LATERAL (SELECT
      CASE WHEN price.log < 0 THEN least(1, power(${offerDeviation} / spread.deviation, 2)) ELSE 1 END AS kept
      OFFSET 0) AS doubt
    CROSS JOIN LATERAL (SELECT ${farPriceSql} AS share OFFSET 0) AS far`
  const price = `CASE WHEN l.price_share IS NULL THEN ${priceNeutral} WHEN way.cents = 0 THEN l.price_share ELSE far.share END`
  const said = pointsOf(weights, false)
  const unplaced = pointsOf(weights, true)
  const totalOf = (share: string) =>
    `(CASE WHEN seen.km IS NULL THEN ${sumSql(unplaced, share)} ELSE ${sumSql(said, share)} END)::int`
  return {
    joins,
    total: totalOf(price),
    landed: `CASE WHEN l.price_share IS NOT NULL
      THEN l.price_cents + coalesce(l.shipping_cents, 0) + way.cents::bigint END`,
    most: totalOf(`coalesce(l.price_share, ${priceNeutral})`),
    neutralMin: (total) => Math.min(...[said, unplaced].map((points) => neutralMin(points, total))),
  }
}

/** y at x, straight between the points and level outside: `along`. */
export function curveSql(curve: Curve, x: string): string {
  const f = (at: number) => `${curve[at]!}::float8`
  let text = `CASE WHEN ${x} <= ${f(0)} THEN ${f(1)}`
  for (let at = 2; at < curve.length; at += 2)
    text += ` WHEN ${x} <= ${f(at)} THEN ${f(at - 1)} + (${f(at + 1)} - ${f(at - 1)}) * ((${x} - ${f(at - 2)}) / (${f(at)} - ${f(at - 2)}))`
  return `${text} ELSE ${f(curve.length - 1)} END`
}

const valueFigure = (name: string) => `(l.value->>'${name}')::float8`
/** Low end and middle, or middle and high end, as far apart as a bargain or an expensive one asks. */
const edgeSql = `CASE WHEN price.log < 0
  THEN l.value_mid_cents::float8 / nullif(${valueFigure('lowCents')}, 0)
  ELSE ${valueFigure('highCents')} / l.value_mid_cents::float8 END`
/** `expectedDiscount`; what has no low end is as wide as can be. */
const deviationSql = `(SELECT CASE WHEN edge IS NULL THEN ${deviationMax} WHEN edge > 1
  THEN least(${deviationMax}, greatest(${deviationMin}, ln(edge) / ${tailDeviations})) ELSE ${deviationMin} END
  FROM (SELECT ${edgeSql} AS edge OFFSET 0) AS width)::float8`
const doubtSql = `greatest(spread.deviation * sqrt(doubt.kept) * 0.5, ${offerDeviation} * sqrt(1 - doubt.kept))`
/** e^x, where the database refuses what is beyond its numbers. */
const expSql = (x: string) => `exp(greatest(-700, least(700, ${x})))`
const belowSql = `CASE WHEN price.log < 0
  THEN 1 / (1 + ${expSql(`${logisticScale} * (price.log * doubt.kept) / ${doubtSql}`)})
  ELSE 1 / (1 + ${expSql(`${logisticScale} * price.log / spread.deviation`)}) END`
const trustSql = `CASE WHEN ${valueFigure('confidence')} >= 0
  THEN sqrt(least(1, ${valueFigure('confidence')})) ELSE ${trustUntold} END`
/** How sure it is that what a listing is read as is offered, and for its price. */
const offeredSql = `coalesce(CASE WHEN l.price_meaning NOT IN ('asked', 'free') THEN 0
  WHEN l.kind = 'thing' THEN l.thing_probability ELSE l.kind_probability END, 1)`
/** `priceShare` of what has a way that costs. */
const farPriceSql = `CASE WHEN price.log IS NULL THEN ${priceNeutral} ELSE
  (SELECT CASE WHEN share > ${priceNeutral} THEN ${priceNeutral} + (share - ${priceNeutral}) * ${offeredSql} ELSE share END
   FROM (SELECT ${priceNeutral} + ((${curveSql(discountCurve, 'ratio')} + ${belowSql}) / 2 - ${priceNeutral}) * ${trustSql} AS share
         FROM (SELECT exp(price.log * doubt.kept) AS ratio OFFSET 0) AS expected OFFSET 0) AS trusted) END`

const conditionSql = `CASE l.condition ${Object.entries(conditionShares)
  .map(([name, share]) => `WHEN '${name}' THEN ${share}`)
  .join(' ')} ELSE ${conditionUnknown} END`
const photoSql = `(ARRAY[${photoShares.join(', ')}]::float8[])[least(jsonb_array_length(l.image_urls), ${photoShares.length - 1}) + 1]`
const distanceSql = `greatest(${curveSql(distanceCurve, 'seen.km')},
  CASE WHEN l.shipping_cents IS NULL THEN 0 ELSE ${shippedDistance} END)`

/** What of a total is the same for every row, and the most points of the parts that differ. */
interface Points {
  fixed: number
  most: Partial<Record<ScorePartName, number>>
}

/** Nobody who looks at a list asks for words or for the profit. */
function pointsOf(weights: ScoreWeights, isUnplaced: boolean): Points {
  const points: Points = { fixed: 0, most: {} }
  const isUnsaid = (name: ScorePartName) =>
    name === 'profit' || name === 'keyword' || (name === 'distance' && isUnplaced)
  const shares = scorePartNames.map((name) => (isUnsaid(name) ? notApplicable : 1))
  eachPart(shares, weights, (name, given, pointsMax) => {
    if (isUnsaid(name)) points.fixed += given
    else if (pointsMax > 0) points.most[name] = pointsMax
  })
  return points
}

function sumSql({ fixed, most }: Points, price: string): string {
  const shareSql: Partial<Record<ScorePartName, string>> = {
    price,
    condition: conditionSql,
    recency: curveSql(recencyCurve, 'seen.hours'),
    distance: distanceSql,
    photos: photoSql,
  }
  return Object.entries(most).reduce(
    (sum, [name, points]) => `${sum} + floor(${points}::float8 * (${shareSql[name as ScorePartName]}) + 0.5)`,
    String(fixed),
  )
}

/** Every part's points are less than half a point over its share; recency and distance give their most at best. */
function neutralMin({ fixed, most }: Points, total: number): number {
  const { price = 0, condition = 0, photos = 0, recency = 0, distance = 0 } = most
  const stretch = price / defaultWeights.price || 1
  const over = [price, condition, photos].filter((points) => points > 0).length * 0.5
  const beyond =
    Math.max(0, condition - stretch * defaultWeights.condition) +
    Math.max(0, photos - stretch * defaultWeights.photos)
  return (total - fixed - recency - distance - over - beyond) / stretch - 1e-6
}
