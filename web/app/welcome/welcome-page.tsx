import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { channelsQuery } from '../../lib/api/channels.ts'
import { ChannelCard } from '../../notify/channel-card.tsx'
import { FirstRule } from '../../rules/first-rule.tsx'
import { ruleQuery } from '../../rules/queries.ts'
import { useRuleSentence } from '../../rules/rule-sentence.tsx'
import { SourcesList } from '../../sources/sources-list.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { LeftToDo } from './left-to-do.tsx'
import { steps } from './steps.ts'

const route = getRouteApi('/welcome')
/** The others stand in the settings. */
const channelsShown = 6

/** The way in: what one looks for, where to be told of it, what it comes from, and what is left to do. Each step can be skipped. */
export function WelcomePage() {
  const t = useTranslations('welcome')
  const { step = 'look' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Page
      wide
      title={t(`titles.${step}`)}
      lead={t(`leads.${step}`)}
      actions={
        <p className="figure text-sm text-muted">
          {t('step', { step: steps.indexOf(step) + 1, count: steps.length })}
        </p>
      }
    >
      {step === 'look' && (
        <>
          <FirstRule onMade={({ id }) => void navigate({ search: { step: 'told', rule: id } })} />
          <p className="mt-8 max-w-prose text-sm text-muted">
            {t.rich('restore', { code: (words) => <code className="figure text-ink">{words}</code> })}
          </p>
        </>
      )}
      {step === 'told' && <WhereToTell />}
      {step === 'sources' && <WhereFrom />}
      {step === 'left' && <LeftToDo />}
    </Page>
  )
}

function WhereToTell() {
  const t = useTranslations('welcome')
  const { rule } = route.useSearch()
  const channels = useQuery(channelsQuery)
  const shown = (channels.data?.items ?? [])
    .filter(({ unavailable }) => unavailable === null)
    .toSorted((a, b) => Number(b.ready) - Number(a.ready))
    .slice(0, channelsShown)
  return (
    <>
      {rule !== undefined && <MadeRule id={rule} />}
      <Section id="ways" title={t('ways')}>
        {channels.isPending && (
          <div aria-busy="true">
            <Skeleton className="h-64" />
          </div>
        )}
        {channels.isError && <Problem error={channels.error} onRetry={() => void channels.refetch()} />}
        <ul className="space-y-2">
          {shown.map((channel) => (
            <li key={channel.id}>
              <ChannelCard channel={channel} />
            </li>
          ))}
        </ul>
      </Section>
      <div className="flex flex-wrap items-center gap-4">
        <Link to="/welcome" search={{ step: 'sources' }} className={buttonClass('main')}>
          {t('goOn')}
        </Link>
        <Link to="/settings/notifications" className={buttonClass('bare')}>
          {t('allWays')}
        </Link>
      </div>
    </>
  )
}

function WhereFrom() {
  const t = useTranslations('welcome')
  return (
    <>
      <SourcesList />
      <div className="mt-6">
        <Link to="/welcome" search={{ step: 'left' }} className={buttonClass('main')}>
          {t('goOn')}
        </Link>
      </div>
    </>
  )
}

function MadeRule({ id }: { id: number }) {
  const t = useTranslations('welcome')
  const sentence = useRuleSentence()
  const { data } = useQuery(ruleQuery(id))
  if (data === undefined) return null
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-card p-4">
      <Check aria-hidden size={22} className="text-under" />
      <p className="min-w-0 grow basis-60">
        <strong className="block">{t('made')}</strong>
        {sentence(data)}
      </p>
      <Link to="/rules/$id" params={{ id: String(id) }} className={buttonClass()}>
        {t('narrow')}
      </Link>
    </div>
  )
}
