import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { moneyText } from '../lib/money.ts'
import { usePerson } from '../lib/person.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/confirm.tsx'
import { Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { AddPost } from './add-post.tsx'
import { AdsSection } from './ads/ads-section.tsx'
import { DescribeSection } from './describe/describe-section.tsx'
import { FactsSection } from './facts-section.tsx'
import { Nets } from './money.tsx'
import { PriceSection } from './price-section.tsx'
import { changeItem, endPost, forgetSell, type Item, itemQuery, removeItem, salesQuery } from './queries.ts'
import { RecordSale } from './record-sale.tsx'
import { SaleRows } from './sale-rows.tsx'
import { SellPage } from './sell-page.tsx'
import { ItemPhotos } from './snap/item-photos.tsx'
import { StateChip } from './stock-page.tsx'
import { useDay } from './use-day.ts'

const route = getRouteApi('/sell/$id')

/** One thing: what it cost, where it stands, what it was sold for and what that left. */
export function ItemPage() {
  const t = useTranslations('sell')
  const id = Number(route.useParams().id)
  const { data, error, refetch } = useQuery(itemQuery(id))
  if (error !== null)
    return (
      <SellPage title={t('one')}>
        <Problem error={error} onRetry={() => void refetch()} />
      </SellPage>
    )
  if (data === undefined)
    return (
      <SellPage title={t('one')}>
        <div aria-busy="true">
          <Skeleton className="h-72" />
        </div>
      </SellPage>
    )
  return <ShownItem item={data} />
}

function ShownItem({ item }: { item: Item }) {
  const t = useTranslations('sell')
  const { mayWrite } = usePerson()
  const [open, setOpen] = useState<'post' | 'sale' | null>(null)
  const left = Math.max(0, item.quantity - item.soldQuantity)
  const day = useDay()
  return (
    <SellPage
      title={item.title}
      actions={
        mayWrite && (
          <Button look={left > 0 ? 'main' : 'plain'} onClick={() => setOpen('sale')}>
            {t('sold.button')}
          </Button>
        )
      }
    >
      <dl className="mb-6 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        <Fact name={t('state')}>
          <StateChip state={item.state} />
        </Fact>
        <Fact name={t('fields.quantity')}>{t('left', { left, of: item.quantity })}</Fact>
        <Fact name={t('fields.cost')}>
          {item.cost.map(({ cents, currency }) => moneyText(cents, currency)).join(' + ') || t('unknown')}
        </Fact>
        {item.predicted !== null && (
          <Fact name={t('expected')}>{moneyText(item.predicted.cents, item.predicted.currency)}</Fact>
        )}
        {item.soldQuantity > 0 && (
          <Fact name={t('earned')}>
            <Nets amounts={item.profit.map(({ netCents: cents, currency }) => ({ cents, currency }))} />
          </Fact>
        )}
        {item.boughtOn !== null && <Fact name={t('fields.boughtOn')}>{day(item.boughtOn)}</Fact>}
        <Fact name={t('fields.sku')}>
          <span className="select-all">{item.sku}</span>
        </Fact>
      </dl>
      {item.note !== null && <p className="mb-6 whitespace-pre-line wrap-anywhere">{item.note}</p>}
      <p className="mb-6 flex flex-wrap gap-3">
        <Link to="/value" search={{ title: item.title, category: item.category }} className={buttonClass()}>
          {t('toValue')}
        </Link>
        {item.listingId !== null && (
          <Link to="/listings/$id" params={{ id: String(item.listingId) }} className={buttonClass()}>
            {t('toDeal')}
          </Link>
        )}
      </p>
      <ItemPhotos itemId={item.id} />
      <DescribeSection itemId={item.id} />
      {left > 0 && <PriceSection itemId={item.id} />}
      {left > 0 && <FactsSection key={item.updatedAt} item={item} />}
      {left > 0 && <AdsSection item={item} />}
      <Posts item={item} onAdd={() => setOpen('post')} canAdd={mayWrite && left > 0} />
      <Sales itemId={item.id} />
      {mayWrite && <Ends item={item} />}
      {open === 'post' && <AddPost item={item} onClose={() => setOpen(null)} />}
      {open === 'sale' && <RecordSale item={item} onClose={() => setOpen(null)} />}
    </SellPage>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  )
}

function Posts({ item, onAdd, canAdd }: { item: Item; onAdd(): void; canAdd: boolean }) {
  const t = useTranslations('sell.posts')
  return (
    <Section id="posts" title={t('title')} aside={canAdd && <Button onClick={onAdd}>{t('add')}</Button>}>
      {item.posts.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {item.posts.map((post) => (
            <Post key={post.id} post={post} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Post({ post }: { post: Item['posts'][number] }) {
  const t = useTranslations('sell.posts')
  const tApi = useTranslations('sell.api')
  const { mayWrite } = usePerson()
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: (ended: boolean) => endPost(post.id, ended),
    onSuccess: () => forgetSell(client),
  })
  const isEnded = post.state === 'ended'
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-2">
      <span className="min-w-0">
        <span className="font-semibold">{post.marketplace}</span>
        {post.priceCents !== null && `, ${moneyText(post.priceCents, post.currency!)}`}{' '}
        <span className="text-sm text-muted">
          {post.via === 'api' && post.state !== 'ended' ? tApi('posted') : t(`states.${post.state}`)}
        </span>{' '}
        {post.url !== null && (
          <a href={post.url} className="text-sm underline" target="_blank" rel="noreferrer">
            {t('toAd')}
          </a>
        )}
        {end.isError && <Problem error={end.error} />}
      </span>
      {mayWrite && post.via === 'person' && (
        <Button look="bare" disabled={end.isPending} onClick={() => end.mutate(!isEnded)}>
          {t(isEnded ? 'up' : 'down')}
        </Button>
      )}
    </li>
  )
}

function Sales({ itemId }: { itemId: number }) {
  const t = useTranslations('sell')
  const sales = useInfiniteQuery(salesQuery(itemId))
  const all = sales.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Section id="sales" title={t('sales')}>
      {sales.isError && <Problem error={sales.error} onRetry={() => void sales.refetch()} />}
      {sales.data && all.length === 0 && <p className="text-muted">{t('noSales')}</p>}
      {all.length > 0 && <SaleRows sales={all} />}
    </Section>
  )
}

/** What ends without a sale. */
function Ends({ item }: { item: Item }) {
  const t = useTranslations('sell.ends')
  const client = useQueryClient()
  const navigate = useNavigate()
  const aside = useMutation({
    mutationFn: (reason: 'kept' | 'lost' | null) => changeItem(item.id, { aside: reason }),
    onSuccess: () => forgetSell(client),
  })
  const remove = useMutation({
    mutationFn: () => removeItem(item.id),
    async onSuccess() {
      await navigate({ to: '/sell' })
      await forgetSell(client)
    },
  })
  const isAside = item.state === 'kept' || item.state === 'lost'
  const error = aside.error ?? remove.error
  return (
    <Section id="ends" title={t('title')}>
      <div className="flex flex-wrap gap-3">
        {isAside ? (
          <Button disabled={aside.isPending} onClick={() => aside.mutate(null)}>
            {t('forSale')}
          </Button>
        ) : (
          <>
            <Button disabled={aside.isPending} onClick={() => aside.mutate('kept')}>
              {t('kept')}
            </Button>
            <Button disabled={aside.isPending} onClick={() => aside.mutate('lost')}>
              {t('lost')}
            </Button>
          </>
        )}
        {item.soldQuantity === 0 && (
          <ConfirmButton
            button={t('remove')}
            title={t('removeTitle', { title: item.title })}
            body={t('removeBody')}
            keep={t('removeKeep')}
            busy={remove.isPending}
            onConfirm={() => remove.mutate()}
          />
        )}
      </div>
      {error !== null && (
        <div className="mt-3">
          <Problem error={error} />
        </div>
      )}
    </Section>
  )
}
