import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Page, Section } from '../../ui/page.tsx'
import { Known } from '../known.tsx'
import { invitationsQuery, usersQuery } from '../queries.ts'
import { InvitationRow } from './invitation-row.tsx'
import { InviteForm } from './invite-form.tsx'
import { PersonRow } from './person-row.tsx'

/** Who is here, what each may do, and who was invited. */
export function PeoplePage() {
  const t = useTranslations('admin.people')
  const users = useQuery(usersQuery)
  const invitations = useQuery(invitationsQuery)
  return (
    <Page wide title={t('title')} lead={t('lead')}>
      <Known query={users} block="h-24" count={3}>
        {(people) => (
          <>
            <ul className="divide-y divide-line border-y border-line">
              {people.map((person) => (
                <li key={person.id} className="py-4">
                  <PersonRow person={person} />
                </li>
              ))}
            </ul>
            <div className="mt-8">
              <Section id="invitations" title={t('invitations')}>
                <InviteForm />
                <Known query={invitations} block="h-16">
                  {(open) =>
                    open.length === 0 ? (
                      <p className="mt-5 text-muted">{t('noneOpen')}</p>
                    ) : (
                      <ul className="mt-5 divide-y divide-line border-y border-line">
                        {open.map((invitation) => (
                          <li key={invitation.id} className="py-3">
                            <InvitationRow invitation={invitation} />
                          </li>
                        ))}
                      </ul>
                    )
                  }
                </Known>
              </Section>
            </div>
          </>
        )}
      </Known>
    </Page>
  )
}
