import { type Answer, body, type Handler, handler, page, redirect, type Visit, withCookies } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary, type FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { FormStack, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { routes } from '../../routes.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import { erasePerson, leftAlone, takeEraseLink } from '../../use-cases/account/erase-person.ts'
import { sendLetter } from '../../use-cases/account/letters.ts'
import { issueLink, linkMinutes } from '../../use-cases/account/links.ts'
import { personalData } from '../../use-cases/account/personal-data.ts'
import { absolute, noSessionCookie } from './browser.ts'
import { type Known, known } from './known.ts'
import { accountView, crumbs, errorOf, field } from './parts.tsx'
import { proven } from './proof-field.tsx'

const goes = ['account', 'roles', 'sessions', 'settings'] as const
const stays = ['published', 'log', 'backups'] as const

const Lists = ({ visit }: { readonly visit: Visit }) => (
  <>
    <Section title={visit.t('identity.erase.goes')} id="geht">
      <ul class="alm-list">
        {goes.map((one) => (
          <li key={one}>{visit.t(`identity.erase.goes.${one}`)}</li>
        ))}
      </ul>
    </Section>
    <Section title={visit.t('identity.erase.stays')} id="bleibt">
      <ul class="alm-list">
        {stays.map((one) => (
          <li key={one}>{visit.t(`identity.erase.stays.${one}`)}</li>
        ))}
      </ul>
    </Section>
  </>
)

/** The account is erased with the password, or with a link that was mailed. */
const Form = ({ one, link, faults }: { readonly one: Known; readonly link: string; readonly faults: readonly FieldFault[] }) => {
  const { visit, person } = one
  const { t } = visit
  if (!link && !person.passwordHash) return null
  return (
    <form method="post" action={visit.to(routes.eraseNow)} noValidate>
      <FormStack>
        {link ? (
          <input type="hidden" name="link" value={link} />
        ) : (
          <TextField
            id="current"
            name="current"
            type="password"
            label={t('identity.proof')}
            autocomplete="current-password"
            error={errorOf(faults, 'current')}
            t={t}
          />
        )}
        <div class="alm-actions">
          <Button text={t('identity.erase.do')} kind="danger" />
        </div>
      </FormStack>
    </form>
  )
}

async function erasePage(accounts: Accounts, one: Known, faults: readonly FieldFault[] = []): Promise<Answer> {
  const { visit, person } = one
  const { t } = visit
  const alone = await leftAlone(accounts, person.id)
  const link = /^[\w-]{43}$/.exec(visit.query.get('link') ?? field(visit, 'link'))?.[0] ?? ''
  const title = t('identity.erase')
  const names = alone.map((id) => visit.sites.byId(id)?.name ?? '').join(', ')
  const content = (
    <>
      <Head title={title} lead={t('identity.erase.lead')} t={t} />
      <ErrorSummary faults={faults} t={t} />
      {visit.query.has('gesendet') && (
        <Message kind="success" title={t('identity.erase.sent', { count: linkMinutes.erase })} live t={t} />
      )}
      <Lists visit={visit} />
      <Section title={t('identity.erase.now')} note={t('identity.erase.now.note')} id="jetzt">
        {alone.length > 0 ? (
          <Message kind="warning" title={t('identity.erase.alone', { names })} t={t}>
            {t('identity.erase.alone.detail')}
          </Message>
        ) : (
          <>
            <Form one={one} link={link} faults={faults} />
            {!link && (
              <form method="post" action={visit.to(routes.sendEraseLink)}>
                <Button text={t('identity.erase.link')} kind="secondary" />
              </form>
            )}
          </>
        )}
      </Section>
    </>
  )
  return page(accountView(title, content, crumbs(visit, title)), faults.length > 0 ? 422 : 200)
}

async function eraseNow(accounts: Accounts, one: Known): Promise<Answer> {
  const { visit, person } = one
  const erase = async () => {
    const done = await erasePerson(accounts, person.id)
    if (!done.ok) return erasePage(accounts, one)
    return withCookies(redirect(visit.to(routes.signIn, {}, { meldung: 'geloescht' })), noSessionCookie(accounts))
  }
  const link = field(visit, 'link')
  if (!link && !person.passwordHash) return erasePage(accounts, one)
  if (!link) return proven(accounts, one, { always: true }, (faults) => erasePage(accounts, one, faults), erase)
  if (await takeEraseLink(accounts, person.id, link)) return erase()
  return erasePage(accounts, one, [{ field: 'jetzt', text: visit.t('identity.gone') }])
}

async function sendLink(accounts: Accounts, { visit, person }: Known): Promise<Answer> {
  await accounts.db.transaction().execute(async (trx) => {
    const token = await issueLink(trx, person.id, 'erase')
    const url = absolute(accounts, visit, routes.erase, {}, { link: token })
    await sendLetter(accounts, trx, { kind: 'erase', site: visit.site, to: person, link: { url, minutes: linkMinutes.erase } })
  })
  return redirect(visit.to(routes.erase, {}, { gesendet: '1' }))
}

async function exportData(accounts: Accounts, { visit, person }: Known): Promise<Answer> {
  const data = { portal: visit.origin, at: visit.now, ...(await personalData(accounts.db, accounts.rooms, person)) }
  return body('application/json; charset=utf-8', JSON.stringify(data, null, 2), {
    'content-disposition': 'attachment; filename="meine-daten.json"',
  })
}

/** All data of the account to take along, and its end. */
export const eraseHandlers = (accounts: Accounts): Handler[] => [
  handler(routes.exportData, (visit) => known(accounts, visit, (one) => exportData(accounts, one)), { perMinute: 10 }),
  handler(routes.erase, (visit) => known(accounts, visit, (one) => erasePage(accounts, one))),
  handler(routes.eraseNow, (visit) => known(accounts, visit, (one) => eraseNow(accounts, one))),
  handler(routes.sendEraseLink, (visit) => known(accounts, visit, (one) => sendLink(accounts, one)), { perMinute: 5 }),
]
