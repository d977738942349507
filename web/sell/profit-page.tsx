import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ChartNoAxesColumn } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { moneyText } from '../lib/money.ts'
import { usePerson } from '../lib/person.tsx'
import { SelectField } from '../ui/field.tsx'
import { Section } from '../ui/page.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { DriveForm } from './books/drive-form.tsx'
import { YearLines } from './books/year-lines-form.tsx'
import { Net } from './money.tsx'
import { type Profit, profitGroups, profitQuery } from './queries.ts'
import { SellPage } from './sell-page.tsx'

const route = getRouteApi('/sell/profit')
const tables = ['sales', 'money', 'inventory', 'year'] as const
const columns = ['sales', 'taken', 'cost', 'fees', 'shipping', 'other', 'earned', 'expected'] as const

/** What was earned, beside what was expected when the things were bought. */
export function ProfitPage() {
  const t = useTranslations('sell')
  const { by = 'month' } = route.useSearch()
  const navigate = route.useNavigate()
  const { mayWrite } = usePerson()
  const { data, error, refetch } = useQuery(profitQuery(by))
  return (
    <SellPage title={t('profit')} lead={t('profitLead')}>
      <div className="mb-4 w-56">
        <SelectField
          label={t('groupBy')}
          value={by}
          onChange={({ target }) => {
            const group = profitGroups.find((one) => one === target.value)
            void navigate({ search: { by: group === 'month' ? undefined : group }, replace: true })
          }}
          options={profitGroups.map((value) => ({ value, text: t(`groups.${value}`) }))}
        />
      </div>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <div aria-busy="true">
          <Skeleton className="h-72" />
        </div>
      )}
      {data?.rows.length === 0 && (
        <Empty icon={<ChartNoAxesColumn size={26} />} title={t('noProfit')}>
          <p className="text-muted">{t('noSalesHow')}</p>
        </Empty>
      )}
      {data && data.rows.length > 0 && <ProfitTable profit={data} by={by} />}
      {data?.together && <TogetherNote together={data.together} />}
      {data && data.salesWithoutCost > 0 && (
        <p className="mt-3 text-sm">{t('withoutCost', { count: data.salesWithoutCost })}</p>
      )}
      {mayWrite && <DriveForm />}
      <Section id="files" title={t('files.title')}>
        <p className="mb-3 text-muted">{t('files.lead')}</p>
        <ul className="space-y-1">
          {tables.map((what) => (
            <li key={what}>
              <a href={`/api/sell/export.csv?what=${what}`} download className="inline-block py-1 underline">
                {t(`files.${what}`)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <YearLines />
    </SellPage>
  )
}

/** At which rates all was counted in one currency, and what is not in it. */
function TogetherNote({ together }: { together: NonNullable<Profit['together']> }) {
  const t = useTranslations('sell')
  const { currency, rateDays, without } = together
  return (
    <p className="mt-3 text-sm">
      {rateDays !== null && t('atRates', { currency, ...rateDays })}{' '}
      {without.length > 0 && t('withoutRate', { currencies: without.join(', ') })}
    </p>
  )
}

function ProfitTable({ profit, by }: { profit: Profit; by: string }) {
  const t = useTranslations('sell')
  const categoryOf = useTranslations('deals.categories')
  const nameOf = ({ key, label }: Profit['rows'][number]) => {
    if (key === null) return t('ofNone')
    if (by === 'category') return categoryOf(key as 'art')
    return label ?? key
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="overflow-x-auto" tabIndex={0} aria-label={t('profit')}>
      <table className="w-full min-w-160 text-end text-sm tabular-nums">
        <thead>
          <tr className="border-b-2 border-ink">
            <th scope="col" className="py-2 pe-3 text-start font-semibold">
              {t(`groups.${by as 'month'}`)}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-2 py-2 text-end font-semibold">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {profit.rows.map((row) => (
            <Row key={`${row.key} ${row.currency}`} name={nameOf(row)} sums={row} />
          ))}
        </tbody>
        <tfoot>
          {profit.together !== null && (
            <Row
              name={t('allIn', { currency: profit.together.currency })}
              sums={{ ...profit.together, predictedCents: null }}
              isTotal
            />
          )}
          {profit.totals.map((sums) => (
            <Row key={sums.currency} name={t('allOf', { currency: sums.currency })} sums={sums} isTotal />
          ))}
        </tfoot>
      </table>
    </section>
  )
}

function Row({
  name,
  sums,
  isTotal = false,
}: {
  name: string
  sums: Profit['totals'][number]
  isTotal?: boolean
}) {
  const money = (cents: number) => (cents === 0 ? '–' : moneyText(cents, sums.currency))
  return (
    <tr className={isTotal ? 'border-t-2 border-ink font-bold' : 'border-b border-line'}>
      <th scope="row" className="max-w-64 py-2 pe-3 text-start font-semibold wrap-anywhere">
        {name}
      </th>
      <td className="px-2">{sums.sales}</td>
      <td className="px-2">{money(sums.grossCents + sums.refundsCents)}</td>
      <td className="px-2">{money(sums.costCents)}</td>
      <td className="px-2">{money(sums.feesCents)}</td>
      <td className="px-2">{money(sums.shippingCents)}</td>
      <td className="px-2">{money(sums.otherCents)}</td>
      <td className="px-2">
        <Net cents={sums.netCents} currency={sums.currency} />
      </td>
      <td className="px-2">{sums.predictedCents === null ? '–' : money(sums.predictedCents)}</td>
    </tr>
  )
}
