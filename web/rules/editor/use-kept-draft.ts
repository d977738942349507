import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { usePerson } from '../../lib/person.tsx'
import { emptyRule, type RuleForm } from '../rule-form.ts'
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts'

/**
 * What was typed here when the page was left unsaved (a session that ended, a reload) is in the form again, once; `startOver`
 * gives up on it. `revision`: of the rule that is changed.
 */
export function useKeptDraft(path: string, form: UseFormReturn<RuleForm>, revision: number | null) {
  const { id: personId } = usePerson()
  const [kept, setKept] = useState(() => keptDraft(path, personId, emptyRule))
  const { isDirty } = form.formState
  useEffect(() => {
    forgetDraft(path)
    if (kept !== null) form.reset(kept.values, { keepDefaultValues: true })
  }, [path, kept, form])
  useEffect(() => {
    const keep = () => {
      if (isDirty) keepDraft(path, { personId, revision, values: form.getValues() })
    }
    addEventListener('pagehide', keep)
    return () => removeEventListener('pagehide', keep)
  }, [path, personId, revision, isDirty, form])
  return {
    isRestored: kept !== null,
    startOver() {
      setKept(null)
      form.reset()
    },
  }
}
