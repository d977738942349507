import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BookmarkPlus, EllipsisVertical, Pencil, Save, Trash2, Undo2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Problem } from '../../ui/states.tsx'
import { toasts } from '../../ui/toast.tsx'
import { type DealSearch, searchText, usual } from '../filters/filters.ts'
import { useSetSearch } from '../filters/use-search.ts'
import { changeView, removeView, type SavedView, saveView, viewsQuery } from './queries.ts'
import { searchOf, textToSave, viewOf } from './saved-views.ts'

const tab = 'flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-2 text-sm font-semibold whitespace-nowrap'
const size = 17

/** The views that a person keeps, as ways to them; the one that is shown says whether it was changed. */
export function ViewTabs({ search }: { search: DealSearch }) {
  const t = useTranslations('deals.views')
  const setSearch = useSetSearch()
  const queryClient = useQueryClient()
  const views = useQuery(viewsQuery).data?.items ?? []
  const here = viewOf(search, views)
  const isUsual = searchText(search) === ''
  const [naming, setNaming] = useState<'new' | SavedView | null>(null)
  const [menu, setMenu] = useState<HTMLElement | null>(null)
  const put = useMutation({
    networkMode: 'always',
    mutationFn: (view: SavedView) => changeView(view.id, { search: textToSave(search) }),
    async onSuccess({ name }) {
      await queryClient.invalidateQueries(viewsQuery)
      toasts.add({ title: t('saved', { name }) })
    },
    onError: (error) => toasts.add({ title: error.message, priority: 'high' }),
  })
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: ({ id }: SavedView) => removeView(id),
    async onSuccess(_, view) {
      await queryClient.invalidateQueries(viewsQuery)
      toasts.add({
        title: t('removed', { name: view.name }),
        actionProps: { children: t('undo'), onClick: () => again.mutate(view) },
      })
    },
    onError: (error) => toasts.add({ title: error.message, priority: 'high' }),
  })
  const again = useMutation({
    networkMode: 'always',
    mutationFn: ({ name, search }: SavedView) => saveView({ name, search }),
    onSuccess: () => queryClient.invalidateQueries(viewsQuery),
    onError: (error) => toasts.add({ title: error.message, priority: 'high' }),
  })
  if (views.length === 0 && isUsual) return null
  const look = (isHere: boolean) => (isHere ? 'border-ink' : 'border-transparent text-muted hover:text-ink')
  return (
    <nav
      aria-label={t('title')}
      className="-mx-4 mb-1 flex items-center gap-1 overflow-x-auto px-4 sm:-mx-6 sm:px-6"
    >
      <Link
        to="/deals"
        replace
        activeOptions={{ exact: true }}
        aria-current={isUsual ? 'page' : undefined}
        className={`${tab} ${look(isUsual)}`}
      >
        {t('all', { score: usual.score })}
      </Link>
      {views.map((view) => {
        const isHere = here?.view.id === view.id
        return (
          <Link
            key={view.id}
            to="/deals"
            search={searchOf(view)}
            replace
            activeOptions={{ exact: true }}
            aria-current={isHere ? 'page' : undefined}
            className={`${tab} ${look(isHere)}`}
          >
            {view.name}
            {isHere && here?.isChanged && (
              <span className="rounded-tag bg-mark px-1.5 text-2xs font-bold text-mark-ink">
                {t('changed')}
              </span>
            )}
          </Link>
        )
      })}
      {here && (
        <IconButton
          name={t('menu', { name: here.view.name })}
          aria-haspopup="menu"
          className="size-9!"
          onClick={(event) => setMenu(event.currentTarget)}
        >
          <EllipsisVertical aria-hidden size={size} />
        </IconButton>
      )}
      {(here === null || here.isChanged) && !isUsual && (
        <Button look="bare" className="min-h-9!" onClick={() => setNaming('new')}>
          <BookmarkPlus aria-hidden size={size} />
          {t('save')}
        </Button>
      )}
      {here && (
        <ActionMenu
          name={t('menu', { name: here.view.name })}
          anchor={menu}
          onClose={() => setMenu(null)}
          parts={[
            {
              key: 'changed',
              entries:
                here.isChanged || here.isElsewhere
                  ? [
                      {
                        key: 'put',
                        text: t(here.isChanged ? 'saveChanges' : 'savePart'),
                        icon: <Save aria-hidden size={size} />,
                        onPress: () => put.mutate(here.view),
                      },
                      {
                        key: 'back',
                        text: t('asSaved'),
                        icon: <Undo2 aria-hidden size={size} />,
                        onPress: () => setSearch(searchOf(here.view)),
                      },
                    ]
                  : [],
            },
            {
              key: 'view',
              entries: [
                {
                  key: 'rename',
                  text: t('rename'),
                  icon: <Pencil aria-hidden size={size} />,
                  onPress: () => setNaming(here.view),
                },
                {
                  key: 'remove',
                  text: t('remove'),
                  icon: <Trash2 aria-hidden size={size} />,
                  onPress: () => remove.mutate(here.view),
                },
              ],
            },
          ]}
        />
      )}
      {naming !== null && (
        <NameSheet
          view={naming === 'new' ? null : naming}
          search={search}
          onSaved={(view) => {
            setNaming(null)
            setSearch({ ...search, saved: view.id })
          }}
          onClose={() => setNaming(null)}
        />
      )}
    </nav>
  )
}

/** Asks what a view is called; what the server refuses stays as it was typed. */
function NameSheet({
  view,
  search,
  onSaved,
  onClose,
}: {
  /** null = a new one. */
  view: SavedView | null
  search: DealSearch
  onSaved(view: SavedView): void
  onClose(): void
}) {
  const t = useTranslations('deals.views')
  const queryClient = useQueryClient()
  const [name, setName] = useState(view?.name ?? '')
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      view === null ? saveView({ name, search: textToSave(search) }) : changeView(view.id, { name }),
    async onSuccess(saved) {
      await queryClient.invalidateQueries(viewsQuery)
      onSaved(saved)
    },
  })
  const isOfName =
    error instanceof ApiProblem && (error.code === 'view-exists' || error.fields['body.name'] !== undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate()
  }
  return (
    <Sheet
      title={t(view === null ? 'save' : 'rename')}
      open
      onClose={onClose}
      actions={
        <Button look="main" type="submit" form="view-name" className="grow" disabled={isPending}>
          {t('saveName')}
        </Button>
      }
    >
      <form id="view-name" className="space-y-4" onSubmit={submit}>
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          value={name}
          maxLength={60}
          required
          onChange={(event) => setName(event.target.value)}
          problem={isOfName ? error.message : undefined}
        />
        {error !== null && !isOfName && <Problem error={error} />}
      </form>
    </Sheet>
  )
}
