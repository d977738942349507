import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { usePerson } from '../../lib/person.tsx'
import type { RuleForm } from '../rule-form.ts'
import { forgetDraft, type KeptDraft, keepDraft } from './kept-draft.ts'

/**
 * What was typed here when the page was left unsaved (a session that ended, a reload) is in the form again, once; `startOver`
 * gives up on it. `revision`: of the rule that is changed.
 */
export function useKeptDraft(
  path: string,
  form: UseFormReturn<RuleForm>,
  { left, revision }: { left: KeptDraft | null; revision: number | null },
) {
  const { id: personId } = usePerson()
  const [isRestored, setRestored] = useState(left !== null)
  const { isDirty } = form.formState
  useEffect(() => {
    forgetDraft(path)
    if (left !== null) form.reset(left.values, { keepDefaultValues: true })
  }, [path, left, form])
  useEffect(() => {
    const keep = () => {
      if (isDirty) keepDraft(path, { personId, revision, values: form.getValues() })
    }
    addEventListener('pagehide', keep)
    return () => removeEventListener('pagehide', keep)
  }, [path, personId, revision, isDirty, form])
  return {
    isRestored,
    startOver() {
      setRestored(false)
      form.reset()
    },
  }
}
