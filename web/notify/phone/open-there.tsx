import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, Copy } from 'lucide-react'
import encodeQR from 'qr'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { copyText } from '../../lib/browser.ts'
import { buttonClass, IconButton } from '../../ui/button.tsx'
import { reachOf, type Way, waysTo } from './checks.ts'
import { claimQuery } from './queries.ts'

/** The address as a code for a camera; or, where a phone could not use it, how to have one that it can. */
export function OpenThere() {
  const t = useTranslations('phone')
  const address = location.origin
  const reach = reachOf(address)
  const isUnclaimed = useQuery(claimQuery).data?.email === null
  const code = (
    <div className="flex flex-wrap items-center gap-5">
      <Code text={address} label={t('qr', { address })} />
      <div className="min-w-0 grow basis-52 text-sm">
        <p>{t('scan')}</p>
        <p className="mt-2 font-semibold break-all select-all">{address}</p>
      </div>
    </div>
  )
  if (reach === 'secure') return code
  return (
    <div className="space-y-4">
      {reach === 'plain' && code}
      <p className="text-sm">{t(reach === 'here' ? 'localOnly' : 'plain', { address })}</p>
      {isUnclaimed && (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-caution-soft px-4 py-3">
          <p className="min-w-0 grow basis-60 text-sm font-medium text-caution">{t('claimFirst')}</p>
          <Link to="/settings/security" className={buttonClass()}>
            {t('claim')}
          </Link>
        </div>
      )}
      {waysTo(location.port || '3000').map((way) => (
        <WayThere key={way.id} way={way} />
      ))}
    </div>
  )
}

function WayThere({ way: { id, lines, env } }: { way: Way }) {
  const t = useTranslations('phone')
  return (
    <div className="rounded-md border border-line bg-card p-4">
      <h3 className="font-bold">{t(`ways.${id}`)}</h3>
      <p className="mt-1 text-sm text-muted">{t(`ways.${id}Lead`)}</p>
      <Lines text={lines} name={t(`ways.${id}`)} />
      <p className="mt-3 text-sm">{t('ways.then')}</p>
      <Lines text={env} name=".env" />
    </div>
  )
}

/** What is to be typed, or put into a file, as it is. */
function Lines({ text, name }: { text: string; name: string }) {
  const t = useTranslations('phone')
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="mt-2 flex items-start gap-1 rounded-md bg-sunk">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keys */}
      <pre tabIndex={0} className="min-w-0 grow overflow-x-auto p-3 text-xs leading-5">
        {text}
      </pre>
      <IconButton
        name={`${t(isCopied ? 'copied' : 'copy')} · ${name}`}
        onClick={() => void copyText(text).then(setCopied)}
      >
        {isCopied ? <Check aria-hidden size={17} /> : <Copy aria-hidden size={17} />}
      </IconButton>
    </div>
  )
}

/** Dark on light in each theme: not every camera reads it the other way around. */
function Code({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { border: 2 })
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      className="size-44 shrink-0 rounded-md"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
