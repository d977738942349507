import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import type { RuleForm } from '../rule-form.ts'
import { differencesOf } from './rule-difference.ts'

/** Somebody changed the rule while it stood in this form: what is there now beside what stands here, and what to keep. */
export function ConflictNotice({
  theirs,
  mine,
  onMerge,
  onTakeTheirs,
  onKeepMine,
}: {
  theirs: RuleForm
  mine: RuleForm
  onMerge(): void
  onTakeTheirs(): void
  onKeepMine(): void
}) {
  const t = useTranslations('rule')
  const differences = differencesOf(theirs, mine)
  return (
    <div role="alert" className="mb-5 rounded-md border border-caution bg-caution-soft p-4">
      <h2 className="font-bold">{t('conflict.title')}</h2>
      <p className="mt-1 text-sm">{t('conflict.what')}</p>
      {differences.length > 0 && (
        <div className="mt-3 overflow-x-auto">
          <table className="w-full text-start text-sm">
            <thead>
              <tr>
                <th className="py-1 pe-4 font-semibold">{t('conflict.field')}</th>
                <th className="py-1 pe-4 font-semibold">{t('conflict.theirs')}</th>
                <th className="py-1 font-semibold">{t('conflict.mine')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((one) => (
                <tr key={one.field} className="border-t border-line align-top">
                  <th className="py-1.5 pe-4 font-normal">{t(`fields.${labelOf(one.field)}`)}</th>
                  <td className="py-1.5 pe-4">{one.theirs || t('conflict.nothing')}</td>
                  <td className="py-1.5">{one.mine || t('conflict.nothing')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="main" onClick={onMerge}>
          {t('conflict.merge')}
        </Button>
        <Button onClick={onTakeTheirs}>{t('conflict.take')}</Button>
        <Button onClick={onKeepMine}>{t('conflict.keep')}</Button>
      </div>
    </div>
  )
}

const labelOf = (field: keyof RuleForm) => (field === 'places' ? 'place' : field)
