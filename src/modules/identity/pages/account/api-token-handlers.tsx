import { formatMoment } from '#kernel/clock.ts'
import { type Answer, type Handler, handler, page, redirect } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { Copy } from '#ui/components/copy/copy.tsx'
import { ErrorSummary, type FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, FormStack, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import { type ApiToken, apiTokensOf } from '../../store/account/api-tokens.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import { dropApiToken, makeApiToken, tokenDays, type WantedToken } from '../../use-cases/account/api-tokens.ts'
import { type Known, known, mineOf } from './known.ts'
import { accountView, crumbs, errorOf, field } from './parts.tsx'
import { justSignedIn } from './proof-field.tsx'

/** Permissions that a person may pass on to a program here: those that are meant for it and that he has himself. */
const offeredTo = (accounts: Accounts, { visit }: Known): string[] =>
  accounts.permissions.filter(({ id, programs }) => programs && visit.may(id)).map(({ id }) => id)

const labelOf = (id: string) => id.replace('/', '.permission.')

function Tokens({ one, tokens }: { readonly one: Known; readonly tokens: readonly ApiToken[] }) {
  const { visit } = one
  const { t } = visit
  const time = (moment: Date) => formatMoment(moment, visit.lang, 'text')
  return (
    <Table
      caption={t('identity.tokens.yours')}
      columns={[
        { title: t('identity.token.name'), cell: (token) => token.name },
        { title: t('identity.token.place'), cell: (token) => visit.sites.byId(token.tenant)?.name ?? '', named: true },
        {
          title: t('identity.token.may'),
          cell: (token) => token.permissions.map((id) => t(labelOf(id))).join('; '),
          named: true,
        },
        {
          title: t('identity.token.until'),
          cell: (token) => (token.expiresAt > visit.now ? time(token.expiresAt) : t('identity.token.expired')),
          whole: true,
          named: true,
        },
        {
          title: t('identity.session.seen'),
          cell: (token) => (token.usedAt ? time(token.usedAt) : t('identity.token.unused')),
          whole: true,
          named: true,
        },
        {
          title: t('identity.token.revoke'),
          quiet: true,
          cell: (token) => (
            <form method="post" action={visit.to(routes.revokeToken)}>
              <input type="hidden" name="token" value={token.id} />
              <button class="alm-link identity-link-button" type="submit">
                {t('identity.token.revoke')}
                <span class="kern-sr-only">: {token.name}</span>
              </button>
            </form>
          ),
        },
      ]}
      rows={tokens}
      rowKey={(token) => token.id}
      t={t}
    />
  )
}

const nothing: WantedToken = { name: '', permissions: [], days: tokenDays[0] }

async function tokens(
  accounts: Accounts,
  one: Known,
  wanted: WantedToken = nothing,
  faults: readonly FieldFault[] = [],
): Promise<Answer> {
  const { visit, person } = one
  const { t } = visit
  const own = await apiTokensOf(accounts.db, person.id)
  const offered = offeredTo(accounts, one)
  const title = t('identity.tokens')
  const body = (
    <>
      <Head title={title} lead={t('identity.tokens.lead')} t={t} />
      {visit.query.get('meldung') === 'entzogen' && <Message kind="success" title={t('identity.token.revoked')} live t={t} />}
      <ErrorSummary faults={faults} t={t} />
      {own.length > 0 && (
        <Section title={t('identity.tokens.yours')} id="schluessel">
          <Tokens one={one} tokens={own} />
        </Section>
      )}
      <Section title={t('identity.token.add')} note={visit.site.name} id="neu">
        {offered.length === 0 ? (
          <p>{t('identity.tokens.none', { place: visit.site.name })}</p>
        ) : (
          <form method="post" action={visit.to(routes.makeToken)} noValidate>
            <FormStack>
              <TextField
                id="name"
                name="name"
                label={t('identity.token.name')}
                help={t('identity.token.name.help')}
                value={wanted.name}
                maxLength={80}
                error={errorOf(faults, 'name')}
                t={t}
              />
              <ChoiceField
                id="permissions"
                name="permissions"
                several
                label={t('identity.token.may')}
                help={t('identity.token.may.help')}
                options={offered.map((value) => ({ value, label: t(labelOf(value)) }))}
                values={wanted.permissions}
                error={errorOf(faults, 'permissions')}
                t={t}
              />
              <ChoiceField
                id="days"
                name="days"
                label={t('identity.token.days')}
                options={[...tokenDays]
                  .sort((a, b) => a - b)
                  .map((days) => ({ value: String(days), label: t('identity.token.days.count', { count: days }) }))}
                values={[String(wanted.days)]}
                error={errorOf(faults, 'days')}
                t={t}
              />
              <div class="alm-actions">
                <Button text={t('identity.token.make')} />
              </div>
            </FormStack>
          </form>
        )}
      </Section>
    </>
  )
  return page(accountView(title, body, crumbs(visit, title)), faults.length > 0 ? 422 : 200)
}

async function make(accounts: Accounts, one: Known): Promise<Answer> {
  const { visit, session } = one
  const { t } = visit
  const wanted: WantedToken = {
    name: field(visit, 'name'),
    permissions: visit.form.getAll('permissions'),
    days: Number(field(visit, 'days')),
  }
  const done = await makeApiToken(accounts, mineOf(one), session.strong, offeredTo(accounts, one), wanted)
  if (!done.ok)
    return tokens(
      accounts,
      one,
      wanted,
      done.error.map((fault) => ({ field: fault.field, text: t(`identity.token.fault.${fault.field}.${fault.fault}`) })),
    )
  const title = t('identity.token.made')
  const body = (
    <>
      <Head title={title} lead={t('identity.token.made.lead')} t={t} />
      <Copy t={t} label={t('identity.token.key')} text={done.value} />
      <p>{t('identity.token.use')}</p>
      <Copy
        t={t}
        label={t('identity.token.example')}
        text={`curl -H "Authorization: ${done.value}" -H "Content-Type: application/json" -d '{}' ${visit.address(visit.site, routes.account).replace(/\/konto$/, '')}/api/3/action/organization_list_for_user`}
      />
      <div class="alm-actions">
        <Button text={t('identity.token.kept')} href={visit.to(routes.tokens)} />
      </div>
    </>
  )
  return page(accountView(title, body, { islands: ['copy'], secret: true, ...crumbs(visit, title) }))
}

async function revoke(accounts: Accounts, one: Known): Promise<Answer> {
  const { visit } = one
  const id = field(visit, 'token')
  if (/^[0-9a-f-]{36}$/.test(id)) await dropApiToken(accounts, mineOf(one), id, (tenant) => visit.sites.byId(tenant))
  return redirect(visit.to(routes.tokens, {}, { meldung: 'entzogen' }))
}

/** Keys for programs that act for a person. */
export function apiTokenHandlers(accounts: Accounts): Handler[] {
  return [
    handler(routes.tokens, (visit) => known(accounts, visit, (one) => tokens(accounts, one))),
    handler(routes.makeToken, (visit) => known(accounts, visit, (one) => justSignedIn(accounts, one, () => make(accounts, one)))),
    handler(routes.revokeToken, (visit) => known(accounts, visit, (one) => revoke(accounts, one))),
  ]
}
