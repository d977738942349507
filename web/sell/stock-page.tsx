import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { PackageOpen, Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { moneyText } from '../lib/money.ts'
import { usePerson } from '../lib/person.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { ShowMore } from '../ui/show-more.tsx'
import { Empty, Problem, Skeleton } from '../ui/states.tsx'
import { AddItem } from './add-item.tsx'
import { Nets } from './money.tsx'
import { type Item, itemsQuery } from './queries.ts'
import { SellPage } from './sell-page.tsx'
import { itemStates, type StockSearch } from './stock.ts'
import { TaskList } from './task-list.tsx'

const route = getRouteApi('/sell/')

/** What a person owns to sell, and what waits to be done with it. */
export function StockPage() {
  const t = useTranslations('sell')
  const search = route.useSearch()
  const { mayWrite } = usePerson()
  const [isAdding, setAdding] = useState(false)
  const items = useInfiniteQuery(itemsQuery(search))
  const all = items.data?.pages.flatMap((page) => page.items) ?? []
  const isFiltered = search.q !== undefined || search.state !== undefined
  return (
    <SellPage
      title={t('stock')}
      lead={t('stockLead')}
      actions={
        mayWrite && (
          <span className="flex flex-wrap gap-2">
            <Link to="/sell/import" className={buttonClass()}>
              {t('importLink')}
            </Link>
            <Button look="main" onClick={() => setAdding(true)}>
              <Plus aria-hidden size={18} />
              {t('add.button')}
            </Button>
          </span>
        )
      }
    >
      <TaskList />
      {(all.length > 0 || isFiltered) && <Filters search={search} />}
      {items.isPending && (
        <div aria-busy="true">
          <Skeleton className="h-72" />
        </div>
      )}
      {items.isError && <Problem error={items.error} onRetry={() => void items.refetch()} />}
      {items.data && all.length === 0 && (isFiltered ? <NothingFits /> : <NothingYet />)}
      {all.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {all.map((item) => (
            <li key={item.id}>
              <ItemRow item={item} />
            </li>
          ))}
        </ul>
      )}
      <ShowMore query={items} text={t('more')} />
      {isAdding && <AddItem onClose={() => setAdding(false)} />}
    </SellPage>
  )
}

function ItemRow({ item }: { item: Item }) {
  const t = useTranslations('sell')
  const places = item.posts.filter(({ state }) => state !== 'ended').map(({ marketplace }) => marketplace)
  const facts = [
    item.quantity > 1 &&
      t('left', { left: Math.max(0, item.quantity - item.soldQuantity), of: item.quantity }),
    item.cost.length > 0 &&
      t('costs', { amount: item.cost.map((one) => moneyText(one.cents, one.currency)).join(' + ') }),
    places.length > 0 && t('on', { places: [...new Set(places)].join(', ') }),
  ].filter((fact) => fact !== false)
  return (
    <Link
      to="/sell/$id"
      params={{ id: String(item.id) }}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-1 py-3 hover:bg-sunk"
    >
      <span className="min-w-0 grow basis-64">
        <span className="block font-semibold wrap-anywhere">{item.title}</span>
        {facts.length > 0 && <span className="block text-sm text-muted">{facts.join(' · ')}</span>}
      </span>
      <span className="flex items-center gap-3">
        {item.soldQuantity > 0 && (
          <Nets amounts={item.profit.map(({ netCents: cents, currency }) => ({ cents, currency }))} />
        )}
        <StateChip state={item.state} />
      </span>
    </Link>
  )
}

export function StateChip({ state }: { state: Item['state'] }) {
  const t = useTranslations('sell.states')
  const look =
    state === 'oversold'
      ? 'bg-danger-soft text-danger'
      : state === 'sold'
        ? 'bg-mark text-mark-ink'
        : 'bg-sunk'
  return <span className={`rounded-full px-2.5 py-0.5 text-xs font-semibold ${look}`}>{t(state)}</span>
}

function Filters({ search }: { search: StockSearch }) {
  const t = useTranslations('sell')
  const navigate = route.useNavigate()
  const go = (change: StockSearch) => void navigate({ search: { ...search, ...change }, replace: true })
  return (
    <search className="mb-4 grid gap-3 sm:grid-cols-[1fr_14rem]">
      <TextField
        label={t('search')}
        type="search"
        defaultValue={search.q ?? ''}
        onChange={({ target }) => go({ q: target.value.trim() || undefined })}
      />
      <SelectField
        label={t('state')}
        value={search.state ?? ''}
        onChange={({ target }) => go({ state: itemStates.find((state) => state === target.value) })}
        options={[
          { value: '', text: t('allStates') },
          ...itemStates.map((value) => ({ value, text: t(`states.${value}`) })),
        ]}
      />
    </search>
  )
}

function NothingYet() {
  const t = useTranslations('sell')
  return (
    <Empty icon={<PackageOpen size={26} />} title={t('nothingYet')}>
      <p className="text-muted">{t('nothingYetHow')}</p>
      <Link to="/deals" className={buttonClass()}>
        {t('toDeals')}
      </Link>
    </Empty>
  )
}

function NothingFits() {
  const t = useTranslations('sell')
  return (
    <Empty icon={<SearchX size={26} />} title={t('nothingFits')}>
      <Link to="/sell" search={{}} className={buttonClass()}>
        {t('showAll')}
      </Link>
    </Empty>
  )
}
