import { type ReactNode, useEffect } from 'react'

/** What the browser's tab and history call the page. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Deal Scout`
  }, [title])
}

/** A page's head and body. The title is the document's, too. */
export function Page({
  title,
  lead,
  actions,
  wide = false,
  children,
}: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  wide?: boolean
  children: ReactNode
}) {
  useTitle(title)
  return (
    <div className={`mx-auto w-full px-4 pt-5 pb-10 sm:px-6 ${wide ? 'max-w-5xl' : 'max-w-3xl'}`}>
      <header className="mb-5 flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0 grow basis-44">
          <h1 className="text-2xl font-extrabold tracking-tight sm:text-3xl">{title}</h1>
          {lead !== undefined && <p className="mt-1 text-muted">{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  )
}

/** A part of a page under its own heading. */
export function Section({
  title,
  id,
  children,
  aside,
}: {
  title: string
  id?: string
  children: ReactNode
  aside?: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={id && `${id}-title`} className="scroll-mt-4 border-t-2 border-ink py-5">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={id && `${id}-title`} className="text-lg font-bold tracking-tight">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
