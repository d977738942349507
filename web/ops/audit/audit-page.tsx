import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { FileDown, ScrollText } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { GetAuditKind } from '../../../clients/typescript/api.ts'
import { saveFile } from '../../lib/browser.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { Empty } from '../../ui/states.tsx'
import { toasts } from '../../ui/toast.tsx'
import { Known } from '../known.tsx'
import { auditEvents, auditQuery, usersQuery } from '../queries.ts'
import { AuditEventRow } from './audit-event-row.tsx'
import { type AuditSearch, auditFilterOf, readAuditSearch } from './audit-search.ts'
import { auditTable } from './audit-table.ts'

const route = getRouteApi('/admin/audit')
const kinds = Object.values(GetAuditKind)

/** Who did what, when and from where. */
export function AuditPage() {
  const t = useTranslations('admin.audit')
  const search = route.useSearch()
  const filter = auditFilterOf(search, kinds)
  const query = useInfiniteQuery(auditQuery(filter))
  const people = useQuery(usersQuery).data ?? []
  const events = query.data?.pages.flatMap(({ items }) => items)
  const save = useMutation({
    mutationFn: () => auditEvents(filter),
    onSuccess: (all) => saveFile('deal-scout-audit.csv', 'text/csv', auditTable(all)),
    onError: (error) => void toasts.add({ title: error.message, priority: 'high' }),
  })
  return (
    <Page
      wide
      title={t('title')}
      lead={t('lead')}
      actions={
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => void query.refetch()} disabled={query.isFetching}>
            {t('again')}
          </Button>
          <Button onClick={() => save.mutate()} disabled={save.isPending || !events?.length}>
            <FileDown aria-hidden size={16} />
            {t('save')}
          </Button>
        </div>
      }
    >
      <Filters search={search} people={people} />
      <Known query={{ ...query, data: events }} block="h-20" count={4}>
        {(known) =>
          known.length === 0 ? (
            <Nothing isFiltered={Object.keys(search).length > 0} />
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {known.map((event) => (
                <li key={event.id} className="py-3">
                  <AuditEventRow event={event} people={people} />
                </li>
              ))}
            </ul>
          )
        }
      </Known>
      <ShowMore query={query} text={t('more')} />
    </Page>
  )
}

function Filters({
  search,
  people,
}: {
  search: AuditSearch
  people: readonly { id: number; name: string }[]
}) {
  const t = useTranslations('admin.audit')
  const navigate = useNavigate()
  const set = (changed: Record<string, unknown>) =>
    void navigate({ to: '/admin/audit', search: readAuditSearch({ ...search, ...changed }), replace: true })
  const any = { value: '', text: t('any') }
  return (
    <div className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
      <SelectField
        label={t('what')}
        value={search.kind ?? ''}
        options={[any, ...kinds.map((kind) => ({ value: kind, text: t(`kinds.${kind}`) }))]}
        onChange={({ currentTarget }) => set({ kind: currentTarget.value })}
      />
      <SelectField
        label={t('who')}
        value={search.person === undefined ? '' : String(search.person)}
        options={[any, ...people.map(({ id, name }) => ({ value: String(id), text: name }))]}
        onChange={({ currentTarget }) => set({ person: currentTarget.value })}
      />
      <TextField
        label={t('from')}
        type="date"
        value={search.from ?? ''}
        onChange={({ currentTarget }) => set({ from: currentTarget.value })}
      />
      <TextField
        label={t('to')}
        type="date"
        value={search.to ?? ''}
        onChange={({ currentTarget }) => set({ to: currentTarget.value })}
      />
    </div>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations('admin.audit')
  const navigate = useNavigate()
  return (
    <Empty icon={<ScrollText size={26} />} title={t(isFiltered ? 'nothingFits' : 'nothing')}>
      {isFiltered && (
        <Button onClick={() => void navigate({ to: '/admin/audit', search: {} })}>{t('all')}</Button>
      )}
    </Empty>
  )
}
