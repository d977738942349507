import { moneyText } from '../lib/money.ts'

/** An amount that is got or spent: what is spent has its sign and its colour. */
export function Net({ cents, currency }: { cents: number; currency: string }) {
  return (
    <span className={`font-semibold tabular-nums ${cents < 0 ? 'text-danger' : ''}`}>
      {moneyText(cents, currency, { signed: true })}
    </span>
  )
}

/** Amounts of several currencies beside each other: nothing is converted. */
export function Nets({ amounts }: { amounts: readonly { cents: number; currency: string }[] }) {
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      {amounts.map(({ cents, currency }) => (
        <Net key={currency} {...{ cents, currency }} />
      ))}
    </span>
  )
}
