import type { Send } from './better-auth.ts'

/** A mail with one link. */
export interface LinkMail {
  title: string
  lines: string[]
  url: string
}

/** What is sent with a token of the library, by its occasion; addresses are ours and never the caller's. */
export function linkMail(mail: Parameters<Send>[0], baseUrl: string): LinkMail {
  const at = (path: string) => `${baseUrl}/account/${path}`
  switch (mail.kind) {
    case 'verify':
      return {
        title: 'Confirm your e-mail for Deal Scout',
        lines: ['The link is good for a day.'],
        url: at(`confirm?token=${encodeURIComponent(mail.token)}`),
      }
    case 'reset':
      return {
        title: 'A new password for Deal Scout',
        lines: ['Somebody, probably you, asked to set a new one. The link is good for an hour, once.'],
        url: at(`reset/${mail.token}`),
      }
    case 'known':
      return {
        title: 'You have an account at Deal Scout',
        lines: [
          'Somebody, probably you, tried to make another with this e-mail. Sign in with the one you have.',
        ],
        url: at('sign-in'),
      }
  }
}

export function invitationMail(url: string): LinkMail {
  return {
    title: 'You are invited to Deal Scout',
    lines: ['The link makes an account for you. It is good for a week, once.'],
    url,
  }
}
