import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ListTodo } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { type Need, summaryQuery } from '../queries.ts'

/** Where a hand can be lent; of what has no page yet the sentence says what to do. */
const placeOf: Readonly<Partial<Record<Need['kind'], { to: string }>>> = {
  'blind-source': { to: '/sources' },
  'no-source': { to: '/sources' },
  'no-rule': { to: '/rules/new' },
  'no-channel': { to: '/settings/notifications' },
  'no-home': { to: '/settings/profile' },
  'failed-deliveries': { to: '/notifications' },
}

/** What needs a hand, most urgent first, each with the way to it. */
export function NeedsList({ needs, onGo }: { needs: readonly Need[]; onGo?(): void }) {
  const t = useTranslations('needs')
  return (
    <ul className="divide-y divide-line">
      {needs.map(({ kind, sentence }) => {
        const place = placeOf[kind]
        return (
          <li key={kind} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 py-3">
            <span className="min-w-0 grow basis-52">{sentence}</span>
            {place !== undefined && (
              <Link {...place} className={buttonClass()} onClick={onGo}>
                {t(`deeds.${kind}`)}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** How much needs a hand, and at a press what; nothing where nothing does. `isInLine` = as a word of a sentence. */
export function NeedsButton({ isInLine = false }: { isInLine?: boolean }) {
  const t = useTranslations('needs')
  const needs = useQuery(summaryQuery).data?.needs ?? []
  if (needs.length === 0) return null
  return (
    <Popover
      title={t('title')}
      look={isInLine ? 'min-h-6 font-semibold text-ink underline underline-offset-4' : buttonClass()}
      button={
        <>
          {!isInLine && <ListTodo aria-hidden size={16} />}
          {t('count', { count: needs.length })}
        </>
      }
    >
      {(close) => <NeedsList needs={needs} onGo={close} />}
    </Popover>
  )
}
