import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ListFilter } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { channelNames, channelsQuery } from '../lib/api/channels.ts'
import { ruleNamesQuery } from '../lib/api/rules.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { useMedia } from '../ui/media.ts'
import { type InboxSearch, isFiltered, readInboxSearch, states } from './inbox.ts'

/** Because of which rule, by which way, and what became of it. */
export function InboxFilters({ search }: { search: InboxSearch }) {
  const t = useTranslations('inbox')
  const navigate = useNavigate()
  const rules = useQuery(ruleNamesQuery).data ?? []
  const channels = useQuery(channelsQuery).data?.items ?? []
  const set = (changed: Record<string, unknown>) =>
    void navigate({
      to: '/notifications',
      search: readInboxSearch({ ...search, ...changed }),
      replace: true,
    })
  const isWide = useMedia('(width >= 40rem)')
  const [isOpen, open] = useState(isFiltered(search))
  if (!isWide && !isOpen)
    return (
      <Button className="mb-4" onClick={() => open(true)}>
        <ListFilter aria-hidden size={17} />
        {t('filter')}
      </Button>
    )
  const any = { value: '', text: t('any') }
  return (
    <div className="mb-4 grid grid-cols-1 gap-3 sm:grid-cols-3">
      <SelectField
        label={t('byRule')}
        value={search.rule === undefined ? '' : String(search.rule)}
        options={[any, ...withChosen(rules, search.rule, t('ruleGone'))]}
        onChange={({ currentTarget }) => set({ rule: currentTarget.value })}
      />
      <SelectField
        label={t('byChannel')}
        value={search.channel ?? ''}
        options={[any, ...channelNames(channels, (channel) => t('allTargets', { channel }))]}
        onChange={({ currentTarget }) => set({ channel: currentTarget.value })}
      />
      <SelectField
        label={t('byState')}
        value={search.state ?? ''}
        options={[any, ...states.map((state) => ({ value: state, text: t(`states.${state}`) }))]}
        onChange={({ currentTarget }) => set({ state: currentTarget.value })}
      />
    </div>
  )
}

/** A rule that is gone still has its messages. */
function withChosen(
  rules: readonly { id: number; name: string }[],
  chosen: number | undefined,
  gone: string,
) {
  const isThere = chosen === undefined || rules.some(({ id }) => id === chosen)
  return [...rules, ...(isThere ? [] : [{ id: chosen, name: gone }])].map(({ id, name }) => ({
    value: String(id),
    text: name,
  }))
}
