import { ShieldCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Age, Moment, Money } from '../lib/figures/figures.tsx'
import { moneyText } from '../lib/money.ts'
import { PartBars } from '../ui/charts/part-bars.tsx'
import { StepChart } from '../ui/charts/steps.tsx'
import { Section } from '../ui/page.tsx'
import type { Listing } from './queries.ts'

/** What makes the score. */
export function ScoreSection({ listing }: { listing: Listing }) {
  const t = useTranslations('listing')
  const parts = listing.scoreParts
    .filter(({ pointsMax }) => pointsMax > 0)
    .map((part) => ({ ...part, key: part.name, name: t(`parts.${part.name as 'price'}`) }))
  const notCounted = listing.scoreParts.filter(({ pointsMax }) => pointsMax === 0)
  return (
    <Section id="score" title={t('sections.score', { score: listing.score })}>
      <PartBars parts={parts} />
      {notCounted.length > 0 && (
        <ul className="mt-4 space-y-1 text-sm text-muted">
          {notCounted.map(({ name, sentence }) => (
            <li key={name}>{sentence}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** How its price went. */
export function PriceSection({ listing }: { listing: Listing }) {
  const t = useTranslations('listing')
  const { priceHistory, currency } = listing
  const known = priceHistory
    .filter((point) => point.priceCents !== null && point.currency === currency)
    .map((point) => ({ atMs: Date.parse(point.seenAt), value: point.priceCents!, seenAt: point.seenAt }))
    .toSorted((a, b) => a.atMs - b.atMs)
  const first = known[0]
  const last = known.at(-1)
  const shown = (cents: number) => moneyText(cents, currency ?? 'USD')
  const words =
    first && last ? { first: shown(first.value), last: shown(last.value), count: known.length - 1 } : null
  return (
    <Section id="price" title={t('sections.price')}>
      {words !== null && known.length > 1 ? (
        <>
          <StepChart
            steps={known}
            untilMs={Math.max(Date.parse(listing.lastSeenAt), last!.atMs + 1)}
            caption={t('story', words)}
            shown={shown}
          />
          <ol className="mt-3 space-y-1 text-sm">
            {known.map(({ seenAt, value }) => (
              <li key={seenAt} className="flex justify-between gap-4">
                <Moment at={seenAt} />
                <Money cents={value} currency={currency} />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>{t.rich('unchanged', { age: () => <Age at={listing.firstSeenAt} /> })}</p>
      )}
    </Section>
  )
}

/** What buying and selling it again would bring, term by term. */
export function ProfitSection({ listing: { flipProfit, profitUnknown } }: { listing: Listing }) {
  const t = useTranslations('listing')
  if (flipProfit === null)
    return profitUnknown === null ? null : (
      <Section id="profit" title={t('sections.profit')}>
        <p>{profitUnknown}</p>
      </Section>
    )
  const { profitCents, currency, roiPercent, terms } = flipProfit
  return (
    <Section
      id="profit"
      title={t('sections.profit')}
      aside={
        <p className={`text-lg font-bold ${profitCents > 0 ? 'text-under' : 'text-over'}`}>
          <Money cents={profitCents} currency={currency} signed />
          {roiPercent !== null && (
            <span className="figure ms-2 text-sm font-medium">{t('roi', { percent: roiPercent })}</span>
          )}
        </p>
      }
    >
      <table className="w-full text-sm">
        <tbody>
          {terms.map(({ name, cents, sentence }) => (
            <tr key={name} className="border-b border-line">
              <td className="py-2 pe-4">{sentence}</td>
              <td className="py-2 text-end font-semibold">
                <Money cents={cents} currency={currency} signed />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="py-2 text-start font-bold">
              {t('expected')}
            </th>
            <td className="py-2 text-end font-bold">
              <Money cents={profitCents} currency={currency} signed />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="text-sm text-muted">
        {flipProfit.sellThroughSentence}.{' '}
        {t.rich('ifSold', {
          money: () => <Money cents={flipProfit.profitIfSoldCents} currency={currency} signed />,
        })}
      </p>
    </Section>
  )
}

/** Signs of a swindle; where there is none, that is said, too. */
export function RiskSection({ listing: { risk, riskSignals } }: { listing: Listing }) {
  const t = useTranslations('listing')
  const Icon = riskSignals.length === 0 ? ShieldCheck : TriangleAlert
  return (
    <Section
      id="risk"
      title={t('sections.risk')}
      aside={<p className="text-sm text-muted">{t(`risks.${risk.level}`)}</p>}
    >
      {riskSignals.length === 0 ? (
        <p className="flex gap-3">
          <Icon aria-hidden size={20} className="shrink-0 text-muted" />
          {t('noRisk')}
        </p>
      ) : (
        <ul className="space-y-2">
          {riskSignals.map(({ name, sentence }) => (
            <li key={name} className="flex gap-3">
              <Icon aria-hidden size={20} className="mt-0.5 shrink-0 text-caution" />
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What the seller wrote, as they wrote it. */
export function DescriptionSection({ listing }: { listing: Listing }) {
  const t = useTranslations('listing')
  return (
    <Section id="description" title={t('sections.description')}>
      <p className="whitespace-pre-line">{listing.description ?? t('unread')}</p>
      <p className="mt-4 text-sm text-muted">
        {t.rich('seen', {
          first: () => <Moment at={listing.firstSeenAt} />,
          last: () => <Age at={listing.lastSeenAt} />,
        })}
      </p>
    </Section>
  )
}
