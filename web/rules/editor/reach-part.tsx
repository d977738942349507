import { useTranslations } from 'use-intl'
import type { Reach } from '../queries.ts'

/** Which marketplaces are asked for it, and which reach a person only by what they have anyway. */
export function ReachPart({ reach }: { reach: Reach }) {
  const t = useTranslations('rule.preview.reach')
  const names = (of: Reach) => of.map(({ name }) => name).join('; ')
  const asked = reach.filter(({ sources }) => sources > 0)
  const rest = reach.filter(({ sources }) => sources === 0)
  const mailed = rest.filter(({ byMail }) => byMail)
  const shown = rest.filter(({ byMail, byCapture }) => byCapture && !byMail)
  const unconnected = rest.filter(
    ({ notAsked, byMail, byCapture }) => notAsked === 'unconnected' && !byMail && !byCapture,
  )
  return (
    <div className="mt-4 space-y-1 text-sm">
      <h3 className="font-bold">{t('title')}</h3>
      <p>{asked.length > 0 ? t('asked', { names: names(asked) }) : t('nobody')}</p>
      {mailed.length > 0 && <p className="text-muted">{t('mailed', { names: names(mailed) })}</p>}
      {shown.length > 0 && <p className="text-muted">{t('shown', { names: names(shown) })}</p>}
      {unconnected.length > 0 && (
        <p className="text-muted">{t('unconnected', { names: names(unconnected) })}</p>
      )}
      {rest.map(
        ({ marketplace, name, notAsked, why }) =>
          notAsked === 'impossible' &&
          why !== null && (
            <p key={marketplace} className="text-muted">
              {t('impossible', { name, why })}
            </p>
          ),
      )}
    </div>
  )
}
