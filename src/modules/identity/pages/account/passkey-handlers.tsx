import { formatMoment } from '#kernel/clock.ts'
import { type Answer, type Handler, handler, json, page, redirect, type Visit, withCookies } from '#platform/http'
import { ErrorSummary, type FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { deviceOf } from '../../model/account/device.ts'
import { routes } from '../../routes.ts'
import { passkeysOf, type StoredPasskey } from '../../store/account/passkeys.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import {
  keepPasskey,
  passkeyToMake,
  passkeyToShow,
  type RelyingParty,
  removePasskey,
  signInWithPasskey,
} from '../../use-cases/account/passkeys.ts'
import { browserOf, originOf, sessionCookie } from './browser.ts'
import { guarded, type Known, known, mineOf } from './known.ts'
import { accountView, crumbs, field } from './parts.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import { justSignedIn } from './proof-field.tsx'
import { CodesPage } from './second-factor-page.tsx'
import { enter, signInView } from './sign-in-handlers.tsx'

function partyOf(accounts: Accounts, visit: Visit): RelyingParty {
  const origin = originOf(accounts, visit)
  return { id: new URL(origin).hostname, origin, name: visit.sites.root.name }
}

const List = ({ visit, keys }: { readonly visit: Visit; readonly keys: readonly StoredPasskey[] }) => {
  const { t } = visit
  const time = (moment: Date) => formatMoment(moment, visit.lang, 'text')
  return (
    <Table
      caption={t('identity.passkeys')}
      columns={[
        { title: t('identity.passkey.name'), cell: (one) => one.name },
        { title: t('identity.passkey.made'), cell: (one) => time(one.createdAt), whole: true, named: true },
        { title: t('identity.session.seen'), cell: (one) => (one.usedAt ? time(one.usedAt) : ''), whole: true, named: true },
        {
          title: t('identity.passkey.remove'),
          quiet: true,
          cell: (one) => (
            <form method="post" action={visit.to(routes.removePasskey)}>
              <input type="hidden" name="passkey" value={one.id} />
              <button class="alm-link identity-link-button" type="submit">
                {t('identity.passkey.remove')}
                <span class="kern-sr-only">: {one.name}</span>
              </button>
            </form>
          ),
        },
      ]}
      rows={keys}
      rowKey={(one) => one.id}
      t={t}
    />
  )
}

async function passkeys(accounts: Accounts, { visit, person }: Known, faults: readonly FieldFault[] = []): Promise<Answer> {
  const { t } = visit
  const keys = await passkeysOf(accounts.db, person.id)
  const title = t('identity.passkeys')
  const body = (
    <>
      <Head title={title} lead={t('identity.passkeys.lead')} t={t} />
      <ErrorSummary faults={faults} t={t} />
      {keys.length > 0 && (
        <Section title={t('identity.passkeys.yours')} id="passkeys">
          <List visit={visit} keys={keys} />
        </Section>
      )}
      <Section title={t('identity.passkey.add')} note={t('identity.passkey.add.note')} id="neu">
        <PasskeyForm
          t={t}
          kind="register"
          action={visit.to(routes.keepPasskey)}
          question={visit.to(routes.makePasskey)}
          submit={t('identity.passkey.add')}
        >
          <TextField
            id="name"
            name="name"
            label={t('identity.passkey.name')}
            help={t('identity.passkey.name.help')}
            value={deviceOf(visit.request.headers['user-agent'])}
            maxLength={80}
            t={t}
          />
        </PasskeyForm>
      </Section>
    </>
  )
  return page(accountView(title, body, { islands: ['passkey'], ...crumbs(visit, title) }), faults.length > 0 ? 422 : 200)
}

async function keep(accounts: Accounts, one: Known): Promise<Answer> {
  const { visit } = one
  const given = { response: field(visit, 'response'), name: field(visit, 'name'), party: partyOf(accounts, visit) }
  const done = await keepPasskey(accounts, mineOf(one), given)
  if (!done.ok) return passkeys(accounts, one, [{ field: 'name', text: visit.t('identity.passkey.failed.register') }])
  const { token, codes } = done.value
  const next = visit.to(routes.account, {}, { meldung: 'passkey' })
  const answer = codes
    ? page(accountView(visit.t('identity.codes'), <CodesPage t={visit.t} codes={codes} next={next} />))
    : redirect(next)
  return withCookies(answer, sessionCookie(accounts, token))
}

async function remove(accounts: Accounts, one: Known): Promise<Answer> {
  const { visit } = one
  const id = field(visit, 'passkey')
  if (!/^[0-9a-f-]{36}$/.test(id)) return redirect(visit.to(routes.passkeys))
  const done = await removePasskey(accounts, mineOf(one), id, guarded(accounts, visit))
  if (!done.ok && done.error === 'last')
    return passkeys(accounts, one, [{ field: 'neu', text: visit.t('identity.passkey.last') }])
  return redirect(visit.to(routes.account, {}, { meldung: 'passkey-weg' }))
}

async function signIn(accounts: Accounts, visit: Visit): Promise<Answer> {
  const done = await signInWithPasskey(accounts, {
    response: field(visit, 'response'),
    party: partyOf(accounts, visit),
    browser: browserOf(accounts, visit),
    site: visit.site,
  })
  if (done.ok) return enter(accounts, visit, done.value)
  return page(await signInView(accounts, visit, [{ field: 'email', text: visit.t('identity.passkey.failed.sign-in') }]), 422)
}

/** Passkeys: making, showing, removing. */
export function passkeyHandlers(accounts: Accounts): Handler[] {
  const fresh = (then: (one: Known) => Promise<Answer>) => (visit: Visit) =>
    known(accounts, visit, (one) => justSignedIn(accounts, one, () => then(one)))
  return [
    handler(routes.showPasskey, async (visit) => json(await passkeyToShow(accounts, partyOf(accounts, visit))), {
      perMinute: 60,
    }),
    handler(routes.passkeySignIn, (visit) => signIn(accounts, visit), { perMinute: 30 }),
    handler(
      routes.passkeys,
      fresh((one) => passkeys(accounts, one)),
    ),
    handler(
      routes.makePasskey,
      fresh(async (one) => json(await passkeyToMake(accounts, mineOf(one), partyOf(accounts, one.visit)))),
      {
        perMinute: 30,
      },
    ),
    handler(
      routes.keepPasskey,
      fresh((one) => keep(accounts, one)),
    ),
    handler(
      routes.removePasskey,
      fresh((one) => remove(accounts, one)),
    ),
  ]
}
