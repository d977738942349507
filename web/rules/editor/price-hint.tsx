import { useQuery } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useCalm } from '../../lib/calm.ts'
import { moneyText, toMajor } from '../../lib/money.ts'
import { Button } from '../../ui/button.tsx'
import { worthQuery } from '../queries.ts'
import { type RuleForm, wordsOf } from '../rule-form.ts'

const calmMs = 800

/** What such things usually cost, where that is known, to be taken as the highest price. */
export function PriceHint({ currency }: { currency: string }) {
  const t = useTranslations('rule')
  const { watch, setValue } = useFormContext<RuleForm>()
  const title = useCalm(wordsOf(watch('all')).join(' ').slice(0, 200), calmMs)
  const { data } = useQuery({ ...worthQuery(title, currency), enabled: title !== '', retry: false })
  const value = title === '' ? null : (data?.value ?? null)
  if (value === null || value.currency !== currency) return null
  const shown = (cents: number) => moneyText(cents, currency, { whole: true })
  const figure = (cents: number) => String(Math.max(1, Math.round(toMajor(cents, currency))))
  const offers = [
    { key: 'mid', cents: value.midCents },
    { key: 'good', cents: Math.round(value.midCents * 0.8) },
  ] as const
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2 rounded-md bg-under-soft px-4 py-2 text-sm">
      <p>
        {t('worth.usual', {
          low: shown(value.lowCents),
          high: shown(value.highCents),
          count: value.count,
        })}
      </p>
      {offers.map(({ key, cents }) => (
        <Button
          key={key}
          onClick={() =>
            setValue('priceMax', figure(cents), {
              shouldDirty: true,
              shouldTouch: true,
              shouldValidate: true,
            })
          }
        >
          {t(`worth.${key}`, { amount: shown(cents) })}
        </Button>
      ))}
    </div>
  )
}
