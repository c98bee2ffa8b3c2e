import type { Translate } from '#kernel/locale.ts'
import { Button } from '#ui/components/button/button.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { Link } from '#ui/vocabulary.ts'
import type { Notices } from '../../model/account/notices.ts'
import type { StoredPerson } from '../../store/account/persons.ts'
import type { OwnSession } from '../../store/account/sessions.ts'

/** What somebody is, and where. */
export interface OwnRole {
  readonly place: string
  readonly role: string
}

export interface AccountPageProps {
  readonly t: Translate
  readonly person: StoredPerson
  readonly notices: Notices
  readonly roles: readonly OwnRole[]
  readonly sessions: readonly OwnSession[]
  readonly current: string
  readonly time: (date: Date) => string
  readonly told?: string | undefined
  readonly links: Readonly<
    Record<'profile' | 'notices' | 'password' | 'app' | 'passkeys' | 'tokens' | 'export' | 'erase', string>
  >
  readonly endSessions: string
  readonly signOut: string
  readonly staff?: Link | undefined
}

const count = (t: Translate, key: string, n: number) => (n === 0 ? t('identity.none') : t(key, { count: n }))

const Profile = ({ t, person, roles, links }: AccountPageProps) => (
  <Section title={t('identity.profile')} id="profil">
    <Facts
      facts={[
        { name: t('identity.name'), value: person.name },
        { name: t('identity.email'), value: person.email },
        { name: t('identity.lang'), value: t(`identity.lang.${person.lang}`) },
        ...(roles.length > 0
          ? [
              {
                name: t('identity.roles'),
                value: roles.map(({ role, place }) => <div key={role + place}>{`${role}, ${place}`}</div>),
              },
            ]
          : []),
      ]}
    />
    <LinkList links={[{ href: links.profile, text: t('identity.profile.change') }]} />
  </Section>
)

const SignIn = ({ t, person, links }: AccountPageProps) => (
  <Section title={t('identity.safety')} note={t('identity.safety.note')} id="anmeldung">
    <Facts
      facts={[
        { name: t('identity.password'), value: t(person.passwordHash ? 'identity.password.set' : 'identity.password.none') },
        { name: t('identity.app'), value: t(person.totpConfirmed ? 'identity.on' : 'identity.off') },
        { name: t('identity.passkeys'), value: count(t, 'identity.passkeys.count', person.passkeys) },
        { name: t('identity.codes.left'), value: count(t, 'identity.codes.count', person.recoveryCodes) },
      ]}
    />
    <LinkList
      links={[
        { href: links.password, text: t(person.passwordHash ? 'identity.password.change' : 'identity.password.add') },
        { href: links.app, text: t('identity.app.manage') },
        { href: links.passkeys, text: t('identity.passkeys.manage') },
        { href: links.tokens, text: t('identity.tokens.manage') },
      ]}
      stacked
    />
  </Section>
)

const Sessions = ({ t, sessions, current, time, endSessions }: AccountPageProps) => (
  <Section title={t('identity.sessions')} note={t('identity.sessions.note')} id="geraete">
    <Table
      caption={t('identity.sessions')}
      columns={[
        { title: t('identity.device'), cell: (one) => one.device || t('identity.device.unknown') },
        { title: t('identity.session.began'), cell: (one) => time(one.createdAt), whole: true, named: true },
        { title: t('identity.session.seen'), cell: (one) => time(one.seenAt), whole: true, named: true },
        {
          title: t('identity.session.end'),
          quiet: true,
          cell: (one) =>
            one.id === current ? (
              t('identity.session.this')
            ) : (
              <form method="post" action={endSessions}>
                <input type="hidden" name="session" value={one.id} />
                <button class="alm-link identity-link-button" type="submit">
                  {t('identity.session.end')}
                  <span class="kern-sr-only">: {one.device}</span>
                </button>
              </form>
            ),
        },
      ]}
      rows={sessions}
      rowKey={(one) => one.id}
      t={t}
    />
    {sessions.length > 1 && (
      <form method="post" action={endSessions} class="identity-quiet">
        <Button text={t('identity.sessions.end')} kind="secondary" />
      </form>
    )}
  </Section>
)

/** All of one's own account on one page, each part with the way to change it. */
export function AccountPage(props: AccountPageProps) {
  const { t, person, notices, told, links, signOut, staff } = props
  return (
    <>
      <Head title={t('identity.account')} lead={t('identity.account.lead', { name: person.name })} t={t} />
      {told && <Message kind="success" title={told} live t={t} />}
      <form method="post" action={signOut} class="alm-actions">
        {staff && <Button text={staff.text} href={staff.href} />}
        <Button text={t('identity.sign-out')} kind="secondary" />
      </form>
      <Profile {...props} />
      <Section title={t('identity.notices')} id="nachrichten">
        <Facts
          facts={[
            { name: t('identity.notices.tasks'), value: t(notices.tasks ? 'identity.on' : 'identity.off') },
            { name: t('identity.notices.digest'), value: t(`identity.notices.digest.${notices.digest}`) },
          ]}
        />
        <LinkList links={[{ href: links.notices, text: t('identity.notices.change') }]} />
      </Section>
      <SignIn {...props} />
      <Sessions {...props} />
      <Section title={t('identity.data')} note={t('identity.data.note')} id="daten">
        <LinkList
          links={[
            { href: links.export, text: t('identity.data.export') },
            { href: links.erase, text: t('identity.erase') },
          ]}
          stacked
        />
      </Section>
    </>
  )
}
