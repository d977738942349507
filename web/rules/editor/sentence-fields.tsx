import { Plus, X } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { useController, useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { PostRulesBodyCategoriesItem } from '../../../clients/typescript/api.ts'
import { suggestPlaces } from '../../lib/api/places.ts'
import { unitSign } from '../../lib/distance.ts'
import { usePerson } from '../../lib/person.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { SuggestInput } from '../../ui/suggest-field.tsx'
import type { RuleForm } from '../rule-form.ts'
import { ChoiceField } from './choice-field.tsx'
import { useProblem } from './field-problem.ts'

type Name = 'all' | 'any' | 'none' | 'priceMax' | 'scoreMin'

/** The rule as a sentence, of which every word that can be another is a field. */
export function SentenceFields({ currency }: { currency: string }) {
  const t = useTranslations('rule')
  return (
    <fieldset className="rounded-lg border border-line bg-card p-5">
      <legend className="sr-only">{t('sections.what')}</legend>
      <div className="text-lg leading-[2.9rem] sm:text-xl">
        {t.rich('sentence', {
          all: () => <Blank name="all" example={t('examples.all')} />,
          any: () => <Blank name="any" example={t('examples.any')} />,
          none: () => <Blank name="none" example={t('examples.none')} />,
          max: () => <Blank name="priceMax" example={t('examples.any')} isFigure unit={currency} />,
          score: () => <Blank name="scoreMin" example={t('examples.any')} isFigure />,
        })}
      </div>
      <Problems names={['all', 'any', 'none', 'priceMax', 'scoreMin']} />
      <p className="mt-2 text-sm text-muted">{t('hints.sentence')}</p>
      <div className="mt-4 border-t border-line pt-4">
        <Places />
      </div>
      <div className="mt-4">
        <ChoiceField
          name="categories"
          label={t('fields.categories')}
          options={Object.values(PostRulesBodyCategoriesItem)}
          text={(one) => t(`categories.${one as 'bikes'}`)}
        />
      </div>
    </fieldset>
  )
}

/** A field within the sentence, as wide as what stands in it. */
function Blank({
  name,
  example,
  isFigure = false,
  unit,
}: {
  name: Name
  example: string
  isFigure?: boolean
  unit?: string
}): ReactNode {
  const t = useTranslations('rule')
  const { register } = useFormContext<RuleForm>()
  const problem = useProblem()(name)
  return (
    <span className="whitespace-nowrap">
      <Inline
        label={t(`fields.${name}`)}
        placeholder={example}
        isWrong={problem !== undefined}
        {...(isFigure && { inputMode: 'numeric' as const })}
        aria-describedby={problem === undefined ? undefined : problemId(name)}
        {...register(name)}
      />
      {unit !== undefined && <span className="ps-1 text-base text-muted">{unit}</span>}
    </span>
  )
}

const inline =
  'field-sizing-content h-9 max-w-full min-w-12 rounded-sm border-b-2 border-dashed border-ink bg-sunk px-2 text-center font-bold text-ink placeholder:font-normal placeholder:text-muted focus:border-solid aria-invalid:border-danger aria-invalid:text-danger'

function Inline({
  label,
  isWrong,
  ...rest
}: { label: string; isWrong: boolean } & Omit<ComponentProps<'input'>, 'id'>) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        aria-invalid={isWrong ? true : undefined}
        className={inline}
        {...rest}
      />
    </>
  )
}

const problemId = (name: string) => `problem-${name}`

function Problems({ names }: { names: readonly Name[] }) {
  const t = useTranslations('rule')
  const problem = useProblem()
  return names.map((name) => {
    const said = problem(name)
    return (
      said !== undefined && (
        <p key={name} id={problemId(name)} className="mt-1 text-sm font-medium text-danger">
          {t(`fields.${name}`)}: {said}
        </p>
      )
    )
  })
}

/** A place, with suggestions while it is typed. */
function PlaceInline({ index }: { index: number }) {
  const t = useTranslations('rule')
  const id = useId()
  const { control } = useFormContext<RuleForm>()
  const { field } = useController({ control, name: `places.${index}.place` })
  const problem = useProblem()(field.name)
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {t('fields.place')}
      </label>
      <SuggestInput
        {...{ id, name: field.name, ref: field.ref, onBlur: field.onBlur }}
        className={inline}
        placeholder={t('examples.place')}
        isWrong={problem !== undefined}
        value={field.value}
        onChange={field.onChange}
        suggest={suggestPlaces}
      />
    </>
  )
}

/** Where it may be: a place by its name or ZIP code, and how far around. */
function Places() {
  const t = useTranslations('rule')
  const { units, home } = usePerson()
  const { control, register } = useFormContext<RuleForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'places' })
  const problem = useProblem()
  return (
    <div className="space-y-2">
      {fields.length === 0 && <p className="text-sm text-muted">{t('anywhere')}</p>}
      {fields.map(({ id }, index) => {
        const said = problem(`places.${index}.place`) ?? problem(`places.${index}.radius`)
        return (
          <div key={id}>
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-base">
              {t.rich('near', {
                radius: () => (
                  <span className="whitespace-nowrap">
                    <Inline
                      label={t('fields.radius')}
                      inputMode="numeric"
                      isWrong={problem(`places.${index}.radius`) !== undefined}
                      {...register(`places.${index}.radius`)}
                    />
                    <span className="ps-1 text-muted">{unitSign(units)}</span>
                  </span>
                ),
                place: () => <PlaceInline index={index} />,
              })}
              <IconButton name={t('removePlace')} onClick={() => remove(index)}>
                <X aria-hidden size={18} />
              </IconButton>
            </div>
            {said !== undefined && <p className="text-sm font-medium text-danger">{said}</p>}
          </div>
        )
      })}
      <Button onClick={() => append({ place: fields.length === 0 ? (home ?? '') : '', radius: '25' })}>
        <Plus aria-hidden size={17} />
        {t('addPlace')}
      </Button>
    </div>
  )
}
