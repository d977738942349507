import { invitationMail, type LinkMail } from './mail.ts'
import type { AuthRouteDeps } from './routes.ts'

export interface PeopleDeps extends AuthRouteDeps {
  sendMail(to: string, mail: LinkMail): Promise<void>
}

/** Whether it is on its way; where it is not, whoever invited hands the link over. */
export async function sendInvitation(
  { canMail, sendMail }: Pick<PeopleDeps, 'canMail' | 'sendMail'>,
  to: string,
  url: string,
): Promise<boolean> {
  if (!canMail()) return false
  return sendMail(to, invitationMail(url)).then(
    () => true,
    () => false,
  )
}
