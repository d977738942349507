import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Copy, Share2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Age, DemoMark, Moment } from '../lib/figures/figures.tsx'
import { tellTabs } from '../lib/tabs.ts'
import { IconButton } from '../ui/button.tsx'
import { Spark } from '../ui/charts/spark.tsx'
import { Switch } from '../ui/switch.tsx'
import { toasts } from '../ui/toast.tsx'
import { changeRule, duplicateRule, type Rule, type RuleStats } from './queries.ts'
import { useRuleSentence } from './rule-sentence.tsx'
import { ShareSheet } from './share-sheet.tsx'
import { useRemoval } from './use-removal.ts'

/** From so many percent of unwanted matches on a rule is worth a look. */
const noisyPct = 30
const hourMs = 3_600_000
const snoozes = { day: 24, week: 7 * 24 } as const

/** A rule in the list: what it asks for, what became of it, and what can be done with it. */
export function RuleCard({ rule }: { rule: Rule }) {
  const t = useTranslations('rule')
  const sentence = useRuleSentence()
  return (
    <article className="rounded-md border border-line bg-card p-4 focus-within:border-ink hover:border-ink">
      <div className="flex items-start gap-4">
        <div className="min-w-0 grow">
          <h2 className={`leading-snug font-bold ${rule.enabled ? '' : 'text-muted'}`}>
            <Link
              to="/rules/$id"
              params={{ id: String(rule.id) }}
              className="inline-block min-h-6 hover:underline"
            >
              {rule.name}
            </Link>
          </h2>
          <p className="mt-1 text-sm">{sentence(rule)}</p>
          <p className="mt-1 flex flex-wrap gap-x-3 text-xs text-muted">
            <DemoMark demo={rule.demo} />
            <span>{t(`rhythms.${rule.rhythm ?? 'usual'}`)}</span>
            <span>{t('by', { channels: rule.channels.join(', ') })}</span>
          </p>
        </div>
        <EnabledSwitch rule={rule} />
      </div>
      <Lately rule={rule} stats={rule.stats} />
      <Deeds rule={rule} />
    </article>
  )
}

function Lately({ rule, stats }: { rule: Rule; stats: RuleStats }) {
  const t = useTranslations('rule')
  const isNoisy = (stats.dismissedPct ?? 0) >= noisyPct
  const counts = { matches: stats.matches, messages: stats.messages }
  return (
    <div className="mt-3 grid gap-x-5 gap-y-2 sm:grid-cols-[13rem_1fr] sm:items-end">
      <Link
        to="/rules/$id/matches"
        params={{ id: String(rule.id) }}
        className="block min-w-0 rounded-sm hover:bg-sunk"
      >
        <Spark
          bars={stats.days.map(({ date, matches, messages }) => ({
            key: date,
            all: matches,
            part: messages,
          }))}
          label={t('stats.spark', counts)}
        />
        <span className="text-xs underline underline-offset-4">{t('stats.counts', counts)}</span>
      </Link>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        <li>
          {stats.lastMatchAt === null
            ? t('stats.neverMatched')
            : t.rich('stats.lastMatch', { age: () => <Age at={stats.lastMatchAt!} /> })}
        </li>
        {stats.dismissedPct !== null && (
          <li className={isNoisy ? 'font-semibold text-caution' : ''}>
            {t(isNoisy ? 'stats.noisy' : 'stats.noise', { percent: stats.dismissedPct })}
          </li>
        )}
        <li>
          <NextLook rule={rule} nextScanAt={stats.nextScanAt} />
        </li>
      </ul>
    </div>
  )
}

function NextLook({ rule, nextScanAt }: { rule: Rule; nextScanAt: string | null }) {
  const t = useTranslations('rule')
  if (!rule.enabled) return t('stats.off')
  if (rule.snoozedUntil !== null && Date.parse(rule.snoozedUntil) > Date.now())
    return t.rich('stats.snoozed', { until: () => <Moment at={rule.snoozedUntil!} brief /> })
  if (nextScanAt === null) return t('stats.noScan')
  if (Date.parse(nextScanAt) <= Date.now()) return t('stats.scanDue')
  return t.rich('stats.nextScan', { at: () => <Moment at={nextScanAt} brief /> })
}

/** One change of the rule, with what is said when it is done. */
function useChange(rule: Rule) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ patch }: { patch: Parameters<typeof changeRule>[1]; said: string }) =>
      changeRule(rule.id, patch),
    onSuccess: (_, { said }) => {
      tellTabs(`rules ${rule.id}`)
      toasts.add({ title: said })
    },
    onError: (error) => toasts.add({ title: error.message }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['rules'] }),
  })
}

function EnabledSwitch({ rule }: { rule: Rule }) {
  const t = useTranslations('rule')
  const { mutate, isPending, variables } = useChange(rule)
  const isOn = isPending ? variables.patch.enabled === true : rule.enabled
  return (
    <Switch
      name={t('enabled', { name: rule.name })}
      checked={isOn}
      onChange={(enabled) =>
        mutate({ patch: { enabled }, said: t(enabled ? 'switchedOn' : 'switchedOff', { name: rule.name }) })
      }
    />
  )
}

function Deeds({ rule }: { rule: Rule }) {
  const t = useTranslations('rule')
  const queryClient = useQueryClient()
  const remove = useRemoval()
  const [shares, setShares] = useState(false)
  const duplicate = useMutation({
    mutationFn: () => duplicateRule(rule.id),
    onSuccess: ({ name }) => toasts.add({ title: t('duplicated', { name }) }),
    onError: (error) => toasts.add({ title: error.message }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['rules'] }),
  })
  return (
    <div className="mt-2 -mb-2 flex flex-wrap items-center gap-1">
      <SnoozeSelect rule={rule} />
      <IconButton
        name={t('duplicate', { name: rule.name })}
        onClick={() => duplicate.mutate()}
        disabled={duplicate.isPending}
      >
        <Copy aria-hidden size={18} />
      </IconButton>
      <IconButton name={t('share', { name: rule.name })} onClick={() => setShares(true)}>
        <Share2 aria-hidden size={18} />
      </IconButton>
      <IconButton
        name={t('removeName', { name: rule.name })}
        onClick={() => remove.mutate(rule)}
        disabled={remove.isPending}
      >
        <Trash2 aria-hidden size={18} />
      </IconButton>
      {shares && <ShareSheet rule={rule} onClose={() => setShares(false)} />}
    </div>
  )
}

function SnoozeSelect({ rule }: { rule: Rule }) {
  const t = useTranslations('rule')
  const { mutate, isPending } = useChange(rule)
  const isSnoozed = rule.snoozedUntil !== null && Date.parse(rule.snoozedUntil) > Date.now()
  const choose = (choice: string) => {
    const hours = snoozes[choice as keyof typeof snoozes]
    const snoozedUntil = hours === undefined ? null : new Date(Date.now() + hours * hourMs).toISOString()
    mutate({
      patch: { snoozedUntil },
      said: t(snoozedUntil === null ? 'snooze.woken' : 'snooze.done', { name: rule.name }),
    })
  }
  return (
    <select
      aria-label={t('snooze.name', { name: rule.name })}
      value=""
      disabled={isPending}
      onChange={({ target }) => target.value !== '' && choose(target.value)}
      className="h-10 rounded-md border border-line bg-card px-2 text-sm"
    >
      <option value="">{t(isSnoozed ? 'snooze.on' : 'snooze.title')}</option>
      <option value="day">{t('snooze.day')}</option>
      <option value="week">{t('snooze.week')}</option>
      {isSnoozed && <option value="wake">{t('snooze.wake')}</option>}
    </select>
  )
}
