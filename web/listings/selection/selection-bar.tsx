import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Columns2, EllipsisVertical, EyeOff, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { copyText, saveFile } from '../../lib/browser.ts'
import { usePerson } from '../../lib/person.tsx'
import { Button, buttonClass, IconButton } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { toasts } from '../../ui/toast.tsx'
import { comparedMax } from '../compare/compare-search.ts'
import { askOf, type DealSearch, filterOf } from '../filters/filters.ts'
import { hideReasons, type MarkChange } from '../marks/marks.ts'
import { useMarks } from '../marks/use-marks.ts'
import { csvUrl, type Deal, facetsQuery } from '../queries.ts'
import { dealTable } from './deal-table.ts'
import { nothingSelected, selection } from './selection.ts'

/** What can be done with what is chosen; it stays in sight below the list. */
export function SelectionBar({ search, deals }: { search: DealSearch; deals: readonly Deal[] }) {
  const { ids, isAll } = selection.use()
  // What was hidden since, or is in another list, is not to be acted on unseen.
  if (!isAll && !deals.some(({ id }) => ids.has(id))) return null
  return <Bar search={search} deals={deals} />
}

function Bar({ search, deals }: { search: DealSearch; deals: readonly Deal[] }) {
  const t = useTranslations('deals.selection')
  const marksText = useTranslations('deals.marks')
  const person = usePerson()
  const { mark, markFitting } = useMarks()
  const { ids, isAll } = selection.use()
  const { data: facets } = useQuery(facetsQuery(filterOf(search, person)))
  const [menu, setMenu] = useState<HTMLElement | null>(null)
  const [links, setLinks] = useState<string | null>(null)
  const total = facets?.total
  const chosen = isAll ? deals : deals.filter(({ id }) => ids.has(id))
  const count = isAll ? (total?.count ?? deals.length) : chosen.length
  const clear = () => selection.set(nothingSelected)
  const act = (change: MarkChange) => {
    // A thing is hidden as a whole: another listing of it would take its card.
    const { collapse, ...listings } = filterOf(search, person)
    if (isAll)
      markFitting(change.hidden ? listings : { ...listings, ...(collapse && { collapse }) }, count, change)
    else mark(chosen, change)
    clear()
  }
  const copy = async () => {
    const text = chosen.map(({ url }) => url).join('\n')
    if (await copyText(text)) toasts.add({ title: t('copied', { count: chosen.length }) })
    else setLinks(text)
  }
  const isComparable = !isAll && count >= 2 && count <= comparedMax
  return (
    <section
      aria-label={t('title')}
      className="sticky bottom-18 z-20 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-ink bg-card px-2 py-1.5 text-sm shadow-lg sm:bottom-3"
    >
      <IconButton name={t('clear')} onClick={clear}>
        <X aria-hidden size={18} />
      </IconButton>
      <p role="status" className="font-bold">
        {t(isAll ? 'allChosen' : 'chosen', { count, least: isAll && total?.isCapped ? '+' : '' })}
      </p>
      {!isAll && total !== undefined && total.count > count && !total.isCapped && (
        <Button look="bare" onClick={() => selection.set({ ids: new Set(), isAll: true, anchor: null })}>
          {t('all', { count: total.count })}
        </Button>
      )}
      <span className="grow" />
      {isComparable && (
        <Link
          to="/deals/compare"
          search={{ ids: chosen.map(({ id }) => id).join(',') }}
          className={buttonClass()}
        >
          <Columns2 aria-hidden size={17} />
          {t('compare')}
        </Link>
      )}
      <Button onClick={() => act({ hidden: true })}>
        <EyeOff aria-hidden size={17} />
        {marksText('hide')}
      </Button>
      <IconButton name={t('more')} aria-haspopup="menu" onClick={(event) => setMenu(event.currentTarget)}>
        <EllipsisVertical aria-hidden size={18} />
      </IconButton>
      <ActionMenu
        name={t('more')}
        anchor={menu}
        onClose={() => setMenu(null)}
        parts={[
          {
            key: 'marks',
            entries: [
              ...(['contacted', 'bought'] as const).map((key) => ({
                key,
                text: marksText(key),
                onPress: () => act({ [key]: true }),
              })),
              ...(search.mark === 'hidden'
                ? [{ key: 'show', text: marksText('showAgain'), onPress: () => act({ hidden: false }) }]
                : []),
            ],
          },
          {
            key: 'take',
            entries: [
              { key: 'copy', text: t('copy', { count: chosen.length }), onPress: () => void copy() },
              {
                key: 'csv',
                text: t('csv'),
                onPress: () =>
                  isAll
                    ? location.assign(csvUrl(askOf(search, person)))
                    : saveFile('deals.csv', 'text/csv;charset=utf-8', dealTable(chosen)),
              },
            ],
          },
          {
            key: 'why',
            title: marksText('hideBecause'),
            entries: hideReasons.map((reason) => ({
              key: reason,
              text: marksText(`reasons.${reason}`),
              onPress: () => act({ hidden: true, hiddenReason: reason }),
            })),
          },
        ]}
      />
      {links !== null && (
        <Sheet title={t('links')} open onClose={() => setLinks(null)}>
          <TextArea
            label={t('linksLabel')}
            hint={t('linksHint')}
            readOnly
            rows={12}
            value={links}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Sheet>
      )}
    </section>
  )
}
