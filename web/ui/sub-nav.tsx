import { Link, type LinkProps } from '@tanstack/react-router'

/** The ways between pages of one place. */
export function SubNav({
  name,
  links,
  wide = false,
}: {
  name: string
  /** As wide as a wide page; where the ways do not fit beside each other they take further lines, so that all are seen. */
  wide?: boolean
  links: readonly { to: LinkProps['to']; text: string }[]
}) {
  const look =
    'inline-flex min-h-10 items-center border-b-2 border-transparent px-1 text-sm font-semibold text-muted hover:text-ink'
  return (
    <nav
      aria-label={name}
      className={`mx-auto flex w-full gap-x-5 px-4 pt-5 whitespace-nowrap sm:px-6 ${wide ? 'max-w-5xl flex-wrap' : 'max-w-3xl overflow-x-auto'}`}
    >
      {links.map(({ to, text }) => (
        <Link
          key={to}
          to={to}
          className={look}
          activeOptions={{ exact: links.some((other) => other.to !== to && other.to?.startsWith(`${to}/`)) }}
          activeProps={{ className: 'border-ink! text-ink!' }}
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}
