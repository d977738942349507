import { useTranslations } from 'use-intl'
import { moneyText } from '../../lib/money.ts'
import type { ApiPost } from './queries.ts'

/** Its state, why, what the marketplace says of it, and what differs there. */
export function HowItStands({ post }: { post: ApiPost }) {
  const t = useTranslations('sell.api')
  return (
    <div aria-live="polite" className="mb-5 space-y-2">
      <p className="font-semibold">
        {t(`states.${post.state}`)} {post.wish !== null && t(`wishes.${post.wish}`)}
      </p>
      {post.problem !== null && (
        <p className="rounded-md border border-danger bg-danger-soft px-3 py-2 text-sm wrap-anywhere">
          {post.problem.reason}
        </p>
      )}
      {post.warnings.length > 0 && (
        <div className="rounded-md border border-line bg-sunk px-3 py-2 text-sm wrap-anywhere">
          <p className="font-semibold">{t('warnings', { name: post.name })}</p>
          <ul className="list-disc ps-5">
            {post.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      {post.state === 'changed-there' && <ChangedThere post={post} />}
      {post.url !== null && (
        <a
          href={post.url}
          className="inline-flex min-h-6 items-center underline"
          target="_blank"
          rel="noreferrer"
        >
          {t('toAd')}
        </a>
      )}
    </div>
  )
}

/** Line by line what was sent and what stands there instead. */
function ChangedThere({ post: { sent, there, name } }: { post: ApiPost }) {
  const t = useTranslations('sell.api')
  if (sent === null || there === null) return null
  const lines = [
    { of: 'title', sent: sent.title, there: there.title ?? sent.title },
    {
      of: 'price',
      sent: moneyText(sent.priceCents, sent.currency),
      there: moneyText(there.priceCents, there.currency),
    },
    { of: 'quantity', sent: String(sent.quantity), there: String(there.quantity) },
  ] as const
  return (
    <div className="rounded-md border border-line bg-sunk px-3 py-2 text-sm wrap-anywhere">
      <p className="font-semibold">{t('changed', { name })}</p>
      <ul>
        {lines.map(
          (line) =>
            line.sent !== line.there && (
              <li key={line.of}>
                {t('changedLine', { field: t(line.of), sent: line.sent, there: line.there })}
              </li>
            ),
        )}
        {there.soldQuantity > 0 && <li>{t('soldThere', { count: there.soldQuantity })}</li>}
      </ul>
    </div>
  )
}
