import { useId, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import type { RuleForm } from '../rule-form.ts'

/** Where in an expression it is wrong, and why. */
export interface WrongPart {
  problem: string
  offset: number
  length: number
}

/** An expression over words; what is wrong in it is marked where it stands, and the caret can go there. */
export function ExpressionField({ wrong }: { wrong: WrongPart | null }) {
  const t = useTranslations('rule')
  const id = useId()
  const box = useRef<HTMLTextAreaElement | null>(null)
  const { register, watch } = useFormContext<RuleForm>()
  const { ref, ...field } = register('query')
  const typed = watch('query')
  // The server knows it without the blanks around it.
  const lead = typed.length - typed.trimStart().length
  const goThere = () => {
    if (wrong === null || box.current === null) return
    box.current.focus()
    const from = lead + wrong.offset
    box.current.setSelectionRange(from, from + wrong.length)
  }
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {t('fields.query')}
      </label>
      <textarea
        id={id}
        rows={2}
        spellCheck={false}
        autoCapitalize="off"
        aria-invalid={wrong === null ? undefined : true}
        aria-describedby={`${id}-about`}
        className="field-sizing-content min-h-11 w-full rounded-md border border-line bg-card px-3 py-2 font-mono text-base text-ink placeholder:text-muted aria-invalid:border-danger sm:text-sm"
        placeholder={t('examples.query')}
        {...field}
        ref={(element) => {
          ref(element)
          box.current = element
        }}
      />
      <div id={`${id}-about`} aria-live="polite" className="mt-1 text-sm">
        {wrong === null ? (
          <p className="text-muted">{t('hints.query')}</p>
        ) : (
          <>
            <p className="font-medium text-danger">{wrong.problem}</p>
            <Marked text={typed.trim()} wrong={wrong} />
          </>
        )}
      </div>
      {wrong !== null && (
        <Button className="mt-1" onClick={goThere}>
          {t('goToError', { at: lead + wrong.offset + 1 })}
        </Button>
      )}
    </div>
  )
}

const shownAround = 40

function Marked({ text, wrong: { offset, length } }: { text: string; wrong: WrongPart }) {
  const end = offset + Math.max(1, length)
  const [before, after] = [
    text.slice(Math.max(0, offset - shownAround), offset),
    text.slice(end, end + shownAround),
  ]
  return (
    <p className="font-mono break-all whitespace-pre-wrap">
      {before}
      <mark className="rounded-xs bg-danger-soft px-0.5 font-bold text-danger underline decoration-wavy">
        {text.slice(offset, end) || '␣'}
      </mark>
      {after}
    </p>
  )
}
