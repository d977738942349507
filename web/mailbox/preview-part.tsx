import { useTranslations } from 'use-intl'
import { Money } from '../lib/figures/figures.tsx'
import type { MailPreview } from './queries.ts'

/** What would be read of a folder; nothing of it is stored. */
export function PreviewPart({ preview: { mails, others, shown } }: { preview: MailPreview }) {
  const t = useTranslations('mailbox')
  return (
    <div className="space-y-3 text-sm">
      <p className="font-semibold">{t('preview.summary', { mails, own: mails - others })}</p>
      <p className="text-muted">{t('preview.others', { count: others })}</p>
      {shown.length === 0 && <p>{t('preview.none')}</p>}
      <ul className="space-y-2">
        {shown.map(({ sender, subject, outcome, listings, sentAt }) => (
          <li key={`${sender} ${subject} ${sentAt}`} className="rounded-md border border-line p-3">
            <p className="font-semibold wrap-anywhere">{subject || t('noSubject')}</p>
            <p className="text-muted wrap-anywhere">
              {sender} · {t(`outcomes.${outcome}`)}
            </p>
            <ul className="mt-1 list-disc ps-5">
              {listings.map(({ title, url, priceCents, currency }) => (
                <li key={url} className="wrap-anywhere">
                  {title}
                  {priceCents !== null && currency !== null && (
                    <>
                      {' · '}
                      <Money cents={priceCents} currency={currency} />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}
