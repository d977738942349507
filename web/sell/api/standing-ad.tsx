import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import { type ApiPost, endAd, lookAtAd, noteApiPost, type Where } from './queries.ts'
import { ReviseAd } from './revise-ad.tsx'
import { Watchers } from './watchers.tsx'

const live: readonly ApiPost['state'][] = ['live', 'changed-there']

/** What can be done with an ad that stands there, or may. */
export function StandingAd({ post, where }: { post: ApiPost; where: Where }) {
  const t = useTranslations('sell.api')
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: (what: 'end' | 'look') => (what === 'end' ? endAd(where) : lookAtAd(where)),
    onSuccess: (next) => noteApiPost(client, where, next),
  })
  const isLive = live.includes(post.state) && post.wish !== 'end'
  const { priceCents, quantity } = post.there ?? post.sent ?? {}
  return (
    <Section id="standing" title={t('standing')}>
      <div className="flex flex-wrap gap-3">
        <Button disabled={act.isPending || post.wish !== null} onClick={() => act.mutate('look')}>
          {t('look')}
        </Button>
        <ConfirmButton
          button={t('end')}
          title={t('endTitle')}
          body={t('endBody')}
          keep={t('keep')}
          busy={act.isPending || post.wish === 'end'}
          onConfirm={() => act.mutate('end')}
        />
      </div>
      {act.isError && (
        <div className="mt-3">
          <Problem error={act.error} />
        </div>
      )}
      {isLive && (
        <>
          {/* Filled in anew from what stands there, once that is another. */}
          <ReviseAd key={`${priceCents} ${quantity} ${post.sent?.title}`} {...{ post, where }} />
          <Watchers {...{ post, where }} />
        </>
      )}
    </Section>
  )
}
