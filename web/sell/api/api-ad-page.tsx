import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { SellPage } from '../sell-page.tsx'
import { ApiAdForm } from './api-ad-form.tsx'
import { ApiCalls } from './api-calls.tsx'
import { HowItStands } from './how-it-stands.tsx'
import { type FieldProblems, fieldsElsewhere, useAdProblems } from './problems.ts'
import { PublishAd } from './publish-ad.tsx'
import { type ApiPost, apiPostQuery, type Where } from './queries.ts'
import { StandingAd } from './standing-ad.tsx'

const route = getRouteApi('/sell/$id/api/$marketplace/$site')

/** A thing's ad that a marketplace's API posts: what it asks for, what it costs, and what became of it. */
export function ApiAdPage() {
  const t = useTranslations('sell.api')
  const { id, marketplace, site } = route.useParams()
  const where = { itemId: Number(id), marketplace, site }
  const { data, error, refetch } = useQuery(apiPostQuery(where))
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
          <Skeleton className="h-96" />
        </div>
      </SellPage>
    )
  return <ShownApiAd post={data} where={where} />
}

const editable: readonly ApiPost['state'][] = ['prepared', 'failed', 'ended']

function ShownApiAd({ post, where }: { post: ApiPost; where: Where }) {
  const t = useTranslations('sell.api')
  const { mayWrite } = usePerson()
  const title = post.ad.fields.find(({ name }) => name === 'title')?.value ?? ''
  const { problems, note, mend } = useAdProblems(post)
  const isEditable = editable.includes(post.state) && post.wish === null
  return (
    <SellPage title={t('on', { title, site: post.site.name })} lead={t('lead')}>
      <p className="mb-4 flex flex-wrap gap-x-5">
        <Link
          to="/sell/$id"
          params={{ id: String(where.itemId) }}
          className="inline-flex min-h-6 items-center underline"
        >
          {t('back')}
        </Link>
        <Link
          to="/sell/$id/ads/$marketplace"
          params={{ id: String(where.itemId), marketplace: where.marketplace }}
          className="inline-flex min-h-6 items-center underline"
        >
          {t('toText')}
        </Link>
      </p>
      <HowItStands post={post} />
      {mayWrite && !editable.includes(post.state) && <StandingAd post={post} where={where} />}
      {mayWrite && isEditable && (
        <>
          <Elsewhere problems={problems} where={where} />
          <ApiAdForm {...{ post, where, problems, onMend: mend }} />
          <PublishAd {...{ post, where }} onChecked={note} />
        </>
      )}
      <ApiCalls where={where} />
    </SellPage>
  )
}

const link = 'inline-flex min-h-6 items-center font-semibold underline'

/** What is to be mended where it stands: the ad's own text, the thing's photos, the account. */
function Elsewhere({ problems, where }: { problems: FieldProblems; where: Where }) {
  const t = useTranslations('sell.api')
  const wrong = fieldsElsewhere.filter((field) => problems[field] !== undefined)
  if (wrong.length === 0) return null
  const params = { id: String(where.itemId) }
  return (
    <ul
      id="elsewhere"
      tabIndex={-1}
      aria-label={t('elsewhere')}
      className="mb-5 space-y-2 rounded-md border border-danger bg-danger-soft px-3 py-2 text-sm wrap-anywhere"
    >
      {wrong.map((field) => (
        <li key={field}>
          {field === 'photos' && (
            <Link to="/sell/$id" params={params} className={link}>
              {t(field)}
            </Link>
          )}
          {field !== 'photos' && field !== 'account' && (
            <Link
              to="/sell/$id/ads/$marketplace"
              params={{ ...params, marketplace: where.marketplace }}
              className={link}
            >
              {t(field)}
            </Link>
          )}{' '}
          {problems[field]}
        </li>
      ))}
    </ul>
  )
}
