import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { channelsQuery, readyChannelNames } from '../../lib/api/channels.ts'
import { ApiProblem } from '../../lib/api/client.ts'
import { minorDigits, toMajor, toMinor } from '../../lib/money.ts'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckList } from '../../ui/check-list.tsx'
import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import { Switch } from '../../ui/switch.tsx'
import { fieldProblem } from './field-problem.ts'
import type { WatchChange, WatchDetail } from './queries.ts'
import { useChange } from './use-change.ts'

const switches = [
  'notifyDrops',
  'notifyRises',
  'notifySold',
  'notifyGone',
  'notifyBackOnSale',
] as const satisfies (keyof WatchChange)[]

/** What the person is told of it, and by which ways. */
export function TellSection({ watch }: { watch: WatchDetail }) {
  const t = useTranslations('watching.tell')
  const { mutate, error } = useChange(watch.id)
  const channels = useQuery(channelsQuery).data?.items ?? []
  return (
    <Section id="tell" title={t('title')}>
      <PriceForm watch={watch} />
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {switches.map((name) => (
          <li key={name} className="flex min-h-12 items-center justify-between gap-4 py-1.5">
            <span aria-hidden>{t(name)}</span>
            <Switch name={t(name)} checked={watch[name]} onChange={(isOn) => mutate({ [name]: isOn })} />
          </li>
        ))}
      </ul>
      <CheckList
        legend={t('by')}
        none={t('byNobody')}
        options={readyChannelNames(channels, watch.channels, (channel) => t('allTargets', { channel }))}
        chosen={watch.channels}
        onChange={(chosen) => mutate({ channels: chosen })}
      />
      {error !== null && (
        <div className="mt-3">
          <Problem error={error} />
        </div>
      )}
    </Section>
  )
}

/** The most that the person would pay; empty = no price is waited for. */
function PriceForm({ watch }: { watch: WatchDetail }) {
  const t = useTranslations('watching.tell')
  const person = usePerson()
  const known = watch.listing?.currency ?? null
  const [currency, setCurrency] = useState(known ?? watch.currency ?? person.currency)
  const [text, setText] = useState(() => amountText(watch))
  const [isWrong, setWrong] = useState(false)
  const { mutate, error, isPending, isSuccess, reset } = useChange(watch.id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const amount = text.trim() === '' ? null : readAmount(text, currency)
    setWrong(amount === undefined)
    if (amount === undefined) return
    mutate(amount === null ? { thresholdCents: null } : { thresholdCents: amount, currency })
  }
  const problem = isWrong ? t('notAmount') : fieldProblem(error, 'thresholdCents')
  return (
    <form onSubmit={submit}>
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-0 grow basis-44">
          <TextField
            label={t('price')}
            hint={t('priceHint')}
            inputMode="decimal"
            autoComplete="off"
            {...(known !== null && { unit: known })}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              reset()
            }}
            problem={problem}
          />
        </div>
        {known === null && (
          <div className="w-24">
            <TextField
              label={t('currency')}
              value={currency}
              maxLength={3}
              onChange={(event) => setCurrency(event.target.value.toUpperCase())}
              problem={fieldProblem(error, 'currency')}
            />
          </div>
        )}
        <Button look="main" type="submit" disabled={isPending} className="mt-6 min-h-11!">
          {t('save')}
        </Button>
      </div>
      <p role="status" className="text-sm text-muted">
        {isSuccess && t('saved')}
      </p>
      {error !== null && !(error instanceof ApiProblem && Object.keys(error.fields).length > 0) && (
        <Problem error={error} />
      )}
    </form>
  )
}

const amountText = ({ thresholdCents, currency }: WatchDetail) =>
  thresholdCents === null || currency === null ? '' : String(toMajor(thresholdCents, currency))

/** Minor units; undefined = it is no amount. */
function readAmount(text: string, currency: string): number | undefined {
  const plain = text.trim().replace(/^\p{Sc}\s*/u, '')
  if (!/^\d{1,10}(?:[.,]\d{1,3})?$/.test(plain) || !/^[A-Z]{3}$/.test(currency)) return undefined
  const digits = /[.,](\d+)$/.exec(plain)?.[1]?.length ?? 0
  return digits > minorDigits(currency) ? undefined : toMinor(Number(plain.replace(',', '.')), currency)
}
