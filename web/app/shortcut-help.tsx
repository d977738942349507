import { useTranslations } from 'use-intl'
import { useShortcuts } from '../lib/shortcuts/shortcuts.tsx'
import { CheckField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** Every key that works now, from the registry. */
export default function ShortcutHelp({ onClose }: { onClose(): void }) {
  const t = useTranslations('shell')
  const { shortcuts, isOn, setOn } = useShortcuts()
  return (
    <Sheet title={t('help')} open onClose={onClose}>
      <dl className="grid grid-cols-[5rem_1fr] gap-y-3">
        {shortcuts.map(({ keys, shown, label }) => (
          <div key={keys} className="contents">
            <dt className="flex gap-1">
              {shown.split(' ').map((key) => (
                <kbd
                  key={key}
                  className="rounded-tag border border-line bg-card px-2 py-0.5 text-sm font-semibold"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-6 border-t border-line pt-3">
        <CheckField
          label={t('shortcutsOn')}
          checked={isOn}
          onChange={(event) => setOn(event.target.checked)}
        />
      </div>
    </Sheet>
  )
}
