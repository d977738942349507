import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { moneyText, toMajor } from '../../lib/money.ts'
import { Button } from '../../ui/button.tsx'
import { StripChart } from '../../ui/charts/strip.tsx'
import type { Comp, Worth } from '../queries.ts'
import { CompTable } from './comp-table.tsx'

/** A value as it is with all comparables, and with those that count. */
export interface Weighed {
  whole: Valued
  left: Valued
}
interface Valued {
  value: Worth | null
  comps: Comp[]
}

/** How the comparables are spread, what the value is without those that were struck out, and each of them. */
export function ValueEvidence({
  whole,
  left,
  struckOut,
  at,
  onToggle,
  onCountAll,
  children,
}: Weighed & {
  struckOut: readonly number[]
  /** The price that it is about, in the currency of the value. */
  at: number | null
  onToggle(listingId: number): void
  onCountAll(): void
  /** Stands below the chart. */
  children?: ReactNode
}) {
  const t = useTranslations('listing')
  const { value, comps } = left
  return (
    <>
      {value && <Spread comps={comps} value={value} at={at} />}
      {struckOut.length > 0 && (
        <div className="mt-3 flex flex-wrap items-center gap-3 rounded-md bg-sunk px-3 py-2">
          <p role="status" className="grow text-sm font-semibold">
            {wordsOfMove(t, whole, left, struckOut.length)}
          </p>
          <Button onClick={onCountAll}>{t('countAll')}</Button>
        </div>
      )}
      {children}
      <CompTable
        comps={allOf(whole, left)}
        counted={comps}
        isOff={(listingId) => struckOut.includes(listingId)}
        onToggle={onToggle}
      />
    </>
  )
}

/** What counts now and what was struck out, by what each weighed before. */
function allOf(whole: Valued, left: Valued): Comp[] {
  const known = new Set(whole.comps.map(({ listingId }) => listingId))
  // In place of what was struck out others may come in.
  return [...whole.comps, ...left.comps.filter(({ listingId }) => !known.has(listingId))]
}

function wordsOfMove(
  t: ReturnType<typeof useTranslations<'listing'>>,
  { value: before }: Valued,
  { value: after }: Valued,
  count: number,
): string {
  if (before === null) return t('without', { count })
  const mid = moneyText(before.midCents, before.currency, { whole: true })
  if (after === null) return t('withoutNone', { count, before: mid })
  const percent = Math.round((after.midCents / before.midCents - 1) * 100)
  const words = { count, before: mid, after: moneyText(after.midCents, after.currency, { whole: true }) }
  if (percent === 0) return t('withoutSame', words)
  return t(percent < 0 ? 'withoutLess' : 'withoutMore', { ...words, percent: Math.abs(percent) })
}

function Spread({ comps, value, at }: { comps: readonly Comp[]; value: Worth; at: number | null }) {
  const t = useTranslations('listing')
  const shown = (cents: number) => moneyText(cents, value.currency, { whole: true })
  return (
    <StripChart
      values={comps.map(({ listingId, adjustedCents, weightShare }) => ({
        ...{ key: listingId, value: adjustedCents, share: weightShare },
      }))}
      band={{ low: value.lowCents, mid: value.midCents, high: value.highCents }}
      at={at}
      caption={t(`bases.${value.basis}`, {
        ...{ count: value.count, low: shown(value.lowCents), mid: shown(value.midCents) },
        high: shown(value.highCents),
      })}
      shown={(cents) =>
        moneyText(Math.round(cents), value.currency, { whole: toMajor(cents, value.currency) >= 5 })
      }
    />
  )
}
