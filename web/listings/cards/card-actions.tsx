import { Check, EllipsisVertical, EyeOff } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../ui/button.tsx'
import type { Deal } from '../queries.ts'
import { isSelected, selection } from '../selection/selection.ts'
import { WatchIconButton } from '../watching/watch-button.tsx'
import { useCards } from './card-context.ts'

/** Chosen or not; with shift, all from the last one to this. */
export function SelectBox({ deal, className }: { deal: Deal; className: string }) {
  const t = useTranslations('deals.selection')
  const { select } = useCards()
  const isOn = selection.useOf((now) => isSelected(now, deal.id))
  return (
    // biome-ignore lint/a11y/useSemanticElements: in an input the keys of the list would be typed.
    <button
      type="button"
      role="checkbox"
      aria-checked={isOn}
      aria-label={t('select', { title: deal.title })}
      onClick={(event) => select(deal, event.shiftKey)}
      className={`z-10 flex size-7 items-center justify-center rounded-tag border ${isOn ? 'border-ink bg-ink text-card' : 'border-line bg-card/90 text-transparent hover:border-ink'} ${className}`}
    >
      <Check aria-hidden size={17} strokeWidth={3} />
    </button>
  )
}

/** Watch, hide, and all else that can be done; `isBrief` = the latter alone, which has the others. */
export function CardButtons({
  deal,
  isBrief = false,
  className = '',
}: {
  deal: Deal
  isBrief?: boolean
  className?: string
}) {
  const t = useTranslations('deals.marks')
  const { hide, openMenu } = useCards()
  return (
    <div className={`relative z-10 flex ${className}`}>
      {!isBrief && <WatchIconButton thing={deal} />}
      {!isBrief && deal.mark.hiddenAt === null && (
        <IconButton name={t('hide')} className="size-8! text-muted" onClick={() => hide(deal)}>
          <EyeOff aria-hidden size={17} />
        </IconButton>
      )}
      <IconButton
        name={t('menu', { title: deal.title })}
        aria-haspopup="menu"
        className="size-8! text-muted"
        onClick={(event) => openMenu(deal, event.currentTarget)}
      >
        <EllipsisVertical aria-hidden size={18} />
      </IconButton>
    </div>
  )
}

/** So far a finger has to go for a card to be hidden or marked. */
const swipePx = 96

/** Under a finger a card goes to the left to be hidden, and to the right once its seller was written to. */
export function Swipe({ deal, children }: { deal: Deal; children: ReactNode }) {
  const t = useTranslations('deals.marks')
  const { hide, contact } = useCards()
  const from = useRef<{ x: number; y: number } | null>(null)
  // Moves may come faster than they are drawn.
  const moved = useRef(0)
  const [byPx, setBy] = useState(0)
  const move = (px: number) => {
    moved.current = px
    setBy(px)
  }
  const end = () => {
    if (moved.current <= -swipePx) hide(deal)
    else if (moved.current >= swipePx) contact(deal)
    from.current = null
    move(0)
  }
  return (
    <div className="relative h-full overflow-hidden rounded-md">
      {byPx !== 0 && (
        <p
          aria-hidden
          className={`absolute inset-0 flex items-center rounded-md px-5 font-bold ${byPx < 0 ? 'ltr:justify-end' : 'rtl:justify-end'} ${Math.abs(byPx) >= swipePx ? 'bg-ink text-card' : 'bg-band text-ink'}`}
        >
          {t(byPx < 0 ? 'hide' : 'contacted')}
        </p>
      )}
      <div
        className="h-full touch-pan-y"
        style={byPx === 0 ? undefined : { transform: `translateX(${byPx}px)` }}
        onTouchStart={({ touches }) => {
          const touch = touches[0]
          from.current = touch ? { x: touch.clientX, y: touch.clientY } : null
        }}
        onTouchMove={({ touches }) => {
          const touch = touches[0]
          if (touch === undefined || from.current === null) return
          const [x, y] = [touch.clientX - from.current.x, touch.clientY - from.current.y]
          // Who scrolls swipes nothing.
          if (moved.current === 0 && Math.abs(y) > Math.abs(x)) from.current = null
          else if (moved.current !== 0 || Math.abs(x) > 12) move(x)
        }}
        onTouchEnd={end}
        onTouchCancel={() => {
          from.current = null
          move(0)
        }}
      >
        {children}
      </div>
    </div>
  )
}
