import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Radar } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Age, Moment } from '../lib/figures/figures.tsx'
import { Span } from '../lib/figures/size.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Empty } from '../ui/states.tsx'
import { Badge } from './badge.tsx'
import { Known } from './known.tsx'
import { type Scans, scansQuery } from './queries.ts'

/** A scan that waits for less is on its way. */
const overdueSecondsMin = 120

/** How scans do across everybody's sources. */
export function ScansPage() {
  const t = useTranslations('admin.scans')
  return (
    <Page
      wide
      title={t('title')}
      lead={t('lead')}
      actions={
        <Link to="/sources" className={buttonClass()}>
          {t('sources')}
        </Link>
      }
    >
      <Known query={useQuery(scansQuery)} block="h-32" count={3}>
        {({ marketplaces, failing, since }) =>
          marketplaces.length === 0 ? (
            <Empty icon={<Radar size={26} />} title={t('none')}>
              <p className="text-muted">{t('noneHow')}</p>
            </Empty>
          ) : (
            <>
              <Section id="failing" title={t('failingTitle', { count: failing.length })}>
                {failing.length === 0 ? (
                  <p className="text-muted">{t('noneFailing')}</p>
                ) : (
                  <ul className="divide-y divide-line border-y border-line">
                    {failing.map((one) => (
                      <li key={`${one.person.id} ${one.marketplace} ${one.since}`} className="py-3">
                        <Failing one={one} names={marketplaces} />
                      </li>
                    ))}
                  </ul>
                )}
              </Section>
              <Section id="marketplaces" title={t('marketplaces')}>
                <p className="mb-3 text-sm text-muted">
                  {t.rich('since', { moment: () => <Moment at={since} /> })}
                </p>
                <ul className="grid gap-3 md:grid-cols-2">
                  {marketplaces.map((one) => (
                    <li key={one.id} className="rounded-md border border-line bg-card p-4">
                      <Marketplace of={one} />
                    </li>
                  ))}
                </ul>
              </Section>
            </>
          )
        }
      </Known>
    </Page>
  )
}

function Marketplace({ of }: { of: Scans['marketplaces'][number] }) {
  const t = useTranslations('admin.scans')
  const words = useTranslations('admin.scans.outcomes')
  const { name, sources, off, running, failing, overdueSeconds, lastOkAt, outcomes, found, added } = of
  const isOverdue = overdueSeconds !== null && overdueSeconds >= overdueSecondsMin
  return (
    <article aria-label={name}>
      <h3 className="flex flex-wrap items-center gap-2 font-bold">
        {name}
        {failing > 0 && <Badge tone="bad">{t('failing', { count: failing })}</Badge>}
        {isOverdue && <Badge tone="care">{t('overdue')}</Badge>}
        {running > 0 && <Badge tone="good">{t('running', { count: running })}</Badge>}
      </h3>
      <p className="mt-1 text-sm text-muted">
        {t('count', { count: sources })} {off > 0 && t('off', { count: off })}
      </p>
      <p className="mt-2 text-sm">
        {lastOkAt === null ? t('neverSeen') : t.rich('seen', { age: () => <Age at={lastOkAt} /> })}{' '}
        {isOverdue && t.rich('overdueFor', { span: () => <Span ms={overdueSeconds * 1_000} /> })}
      </p>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {outcomes.map(({ outcome, count }) => (
          <li
            key={outcome}
            className={outcome === 'ok' || outcome === 'empty' ? '' : 'font-semibold text-danger'}
          >
            {words(outcome, { count })}
          </li>
        ))}
        <li className="text-muted">{outcomes.length === 0 ? t('noScans') : t('found', { found, added })}</li>
      </ul>
    </article>
  )
}

function Failing({ one, names }: { one: Scans['failing'][number]; names: Scans['marketplaces'] }) {
  const t = useTranslations('admin.scans')
  const words = useTranslations('admin.scans.last')
  const { person, source, marketplace, since, lastOutcome, nextScanAt } = one
  const name = names.find(({ id }) => id === marketplace)?.name ?? marketplace
  return (
    <>
      <p className="font-semibold">
        {source === null ? (
          t('sourceOf', { name, person: person.name })
        ) : (
          <Link
            to="/sources/$id"
            params={{ id: String(source) }}
            className="inline-block min-h-6 underline underline-offset-4"
          >
            {t('yourSource', { name })}
          </Link>
        )}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
        <span>{t.rich('blindSince', { moment: () => <Moment at={since} brief /> })}</span>
        {lastOutcome !== null && <span>{words(lastOutcome)}</span>}
        {nextScanAt !== null && (
          <span>{t.rich('next', { moment: () => <Moment at={nextScanAt} brief /> })}</span>
        )}
      </p>
    </>
  )
}
