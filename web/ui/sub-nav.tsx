import { Link, type LinkProps } from '@tanstack/react-router'

/** The ways between pages of one place. */
export function SubNav({
  name,
  links,
}: {
  name: string
  links: readonly { to: LinkProps['to']; text: string }[]
}) {
  const look =
    'inline-flex min-h-10 items-center border-b-2 border-transparent px-1 text-sm font-semibold text-muted hover:text-ink'
  return (
    <nav
      aria-label={name}
      className="mx-auto flex w-full max-w-3xl gap-5 overflow-x-auto px-4 pt-5 whitespace-nowrap sm:px-6"
    >
      {links.map(({ to, text }) => (
        <Link key={to} to={to} className={look} activeProps={{ className: 'border-ink! text-ink!' }}>
          {text}
        </Link>
      ))}
    </nav>
  )
}
