import { useQuery } from '@tanstack/react-query'
import { Copy, MessageSquare } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { messageQuery } from './queries.ts'

/** What to write to the seller; it is read, changed and sent by the person, elsewhere. */
export function MessageSection({ id }: { id: number }) {
  const t = useTranslations('listing')
  const [isAsked, ask] = useState(false)
  return (
    <Section id="message" title={t('sections.message')}>
      {isAsked ? (
        <Draft id={id} />
      ) : (
        <Button onClick={() => ask(true)}>
          <MessageSquare aria-hidden size={17} />
          {t('draft')}
        </Button>
      )}
    </Section>
  )
}

function Draft({ id }: { id: number }) {
  const t = useTranslations('listing')
  const message = useQuery(messageQuery(id))
  if (message.isPending)
    return (
      <div aria-busy="true">
        <Skeleton className="h-40" />
      </div>
    )
  if (message.isError) return <Problem error={message.error} onRetry={() => void message.refetch()} />
  const { text, reason, note, sentences } = message.data
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toasts.add({ title: t('copied') }),
      () => toasts.add({ title: t('notCopied') }),
    )
  return (
    <div className="space-y-3">
      <blockquote className="rounded-md border border-line bg-card p-4 whitespace-pre-line">
        {text}
      </blockquote>
      <Button onClick={() => void copy()}>
        <Copy aria-hidden size={17} />
        {t('copy')}
      </Button>
      <ul className="space-y-1 text-sm text-muted">
        {[reason, ...sentences, note].filter(Boolean).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
