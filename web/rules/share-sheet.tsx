import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { CheckField, TextField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { Rule } from './queries.ts'
import { formOf } from './rule-form.ts'
import { linkPrefix, toLink } from './rule-link.ts'

/** A link that carries what the rule asks for to another Deal Scout, or to somebody else here. */
export function ShareSheet({ rule, onClose }: { rule: Rule; onClose(): void }) {
  const t = useTranslations('rule')
  const { units: own } = usePerson()
  const units = own === 'km' ? 'km' : 'mi'
  const [withPlaces, setWithPlaces] = useState(false)
  const [isCopied, setCopied] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const carried = toLink({ form: formOf(rule, { units }), currency: rule.currency, units }, { withPlaces })
  const link = carried === null ? null : `${location.origin}/rules/new${linkPrefix}${carried}`
  const copy = async () => {
    box.current?.querySelector('input')?.select()
    // Without a secure context there is no clipboard to write to: the link is selected for Ctrl C.
    await navigator.clipboard?.writeText(link ?? '').then(
      () => setCopied(true),
      () => {},
    )
  }
  return (
    <Sheet
      title={t('link.title')}
      open
      onClose={onClose}
      actions={
        link !== null && (
          <Button look="main" onClick={() => void copy()} className="grow">
            {isCopied ? <Check aria-hidden size={17} /> : <Copy aria-hidden size={17} />}
            <span role="status">{t(isCopied ? 'link.copied' : 'link.copy')}</span>
          </Button>
        )
      }
    >
      <div className="space-y-4" ref={box}>
        <p className="text-sm">{t('link.what')}</p>
        {link === null ? (
          <p className="text-sm font-medium text-danger">{t('link.tooLong')}</p>
        ) : (
          <TextField
            label={t('link.field')}
            hint={t('link.other')}
            readOnly
            value={link}
            onFocus={({ target }) => target.select()}
          />
        )}
        {rule.places.length > 0 && (
          <CheckField
            label={t('link.withPlaces', { places: rule.places.map(({ place }) => place).join(', ') })}
            checked={withPlaces}
            onChange={({ target }) => {
              setWithPlaces(target.checked)
              setCopied(false)
            }}
          />
        )}
      </div>
    </Sheet>
  )
}
