import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import { type Finding, findingsQuery, forgetSell, readingsQuery, settleFinding } from '../queries.ts'
import { WhatPaid, WhichThing } from './mail-answer.tsx'

/** How orders by connected accounts are read, and how here and the marketplaces differ; nothing where there is neither. */
export function OrdersSection() {
  const t = useTranslations('sell.orders')
  const readings = useQuery(readingsQuery)
  const findings = useQuery(findingsQuery)
  const problems = readings.data?.items.filter(({ problem }) => problem !== null) ?? []
  const open = findings.data?.items ?? []
  if (readings.isError) return <Problem error={readings.error} onRetry={() => void readings.refetch()} />
  if (findings.isError) return <Problem error={findings.error} onRetry={() => void findings.refetch()} />
  if (problems.length === 0 && open.length === 0) return null
  return (
    <Section id="differences" title={t('title')}>
      <ul className="space-y-3">
        {problems.map(({ marketplace, reason }) => (
          <li key={marketplace} className="rounded-md border border-danger bg-card p-3">
            {t('notRead', { place: marketplace, reason: reason ?? '' })}
          </li>
        ))}
        {open.map((finding) => (
          <FindingRow key={finding.id} finding={finding} />
        ))}
      </ul>
    </Section>
  )
}

function FindingRow({ finding }: { finding: Finding }) {
  const t = useTranslations('sell.orders')
  const { mayWrite } = usePerson()
  const client = useQueryClient()
  const settle = useMutation({
    mutationFn: (answer: Parameters<typeof settleFinding>[1]) => settleFinding(finding.id, answer),
    onSuccess: () => forgetSell(client),
  })
  const asked = { finding, isBusy: settle.isPending, onAnswer: settle.mutate }
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 rounded-md border border-line bg-card p-3">
      <div className="min-w-0 grow basis-64">
        <p className="wrap-anywhere">{finding.said.sentence}</p>
        <p className="text-sm text-muted">{finding.marketplace}</p>
        {mayWrite && finding.kind === 'mail-sale' && <WhichThing {...asked} />}
        {mayWrite && finding.kind === 'mail-no-price' && <WhatPaid {...asked} />}
        {settle.isError && <Problem error={settle.error} />}
      </div>
      {mayWrite && (
        <p className="flex flex-wrap gap-2">
          {finding.canRepair && finding.kind !== 'mail-sale' && (
            <Button disabled={settle.isPending} onClick={() => settle.mutate({ state: 'repaired' })}>
              {finding.kind === 'order-not-in-stock' ? t('intoStock') : t('asThere')}
            </Button>
          )}
          <Button disabled={settle.isPending} onClick={() => settle.mutate({ state: 'dismissed' })}>
            {t(finding.kind === 'mail-sale' ? 'notMine' : 'dismiss')}
          </Button>
        </p>
      )}
    </li>
  )
}
