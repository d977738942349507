import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { moneyText } from '../../lib/money.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import { type ApiPost, askToPublish, checkAd, noteApiPost, publishAd, type Where } from './queries.ts'

/** First it is checked there and its fees are shown; then the person publishes exactly that. */
export function PublishAd({
  post,
  where,
  onChecked,
}: {
  post: ApiPost
  where: Where
  /** Why it could not be checked; null = it is being checked. */
  onChecked(error: unknown): void
}) {
  const t = useTranslations('sell.api')
  const client = useQueryClient()
  const check = useMutation({
    mutationFn: () => checkAd(where),
    onSuccess(next) {
      onChecked(null)
      noteApiPost(client, where, next)
    },
    onError: onChecked,
  })
  const ask = useMutation({ mutationFn: () => askToPublish(where) })
  const publish = useMutation({
    mutationFn: (confirmation: string) => publishAd(where, confirmation),
    onSuccess(next) {
      ask.reset()
      noteApiPost(client, where, next)
    },
  })
  const isChecked = post.fees !== null && !post.isEdited
  const error = check.error ?? ask.error ?? publish.error
  const asked = isChecked ? ask.data : undefined
  return (
    <Section id="publish" title={t(post.state === 'ended' ? 'republishTitle' : 'publishTitle')}>
      {post.missing.length > 0 && (
        <p className="mb-3 text-sm">{t('missing', { count: post.missing.length })}</p>
      )}
      {!isChecked && (
        <>
          <p className="mb-3 text-sm text-muted">{t('checkLead')}</p>
          <Button look="main" disabled={check.isPending} onClick={() => check.mutate()}>
            {t('check')}
          </Button>
        </>
      )}
      {isChecked && (
        <>
          <p className="mb-2">{post.fees!.length === 0 ? t('noFees') : t('fees')}</p>
          <ul className="mb-3 text-sm">
            {post.fees!.map(({ name, cents, currency }) => (
              <li key={name}>
                {name}: {moneyText(cents, currency)}
              </li>
            ))}
          </ul>
          <p className="mb-3 text-sm text-muted">{t('phoneApp', { name: post.name })}</p>
          {asked === undefined ? (
            <Button look="main" disabled={ask.isPending} onClick={() => ask.mutate()}>
              {t('publish')}
            </Button>
          ) : (
            <div className="rounded-md border border-line bg-card p-4">
              <p className="mb-3 font-semibold wrap-anywhere">
                {t('really', {
                  title: asked.title,
                  price: moneyText(asked.priceCents, asked.currency),
                  quantity: asked.quantity,
                })}
              </p>
              <div className="flex flex-wrap gap-3">
                <Button
                  look="main"
                  disabled={publish.isPending}
                  onClick={() => publish.mutate(asked.confirmation)}
                >
                  {t('publishNow')}
                </Button>
                <Button look="bare" onClick={() => ask.reset()}>
                  {t('keep')}
                </Button>
              </div>
            </div>
          )}
        </>
      )}
      {error !== null && (
        <div className="mt-4">
          <Problem error={error} />
        </div>
      )}
    </Section>
  )
}
