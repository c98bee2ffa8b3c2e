import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Action } from '../../model/procedure.ts'
import type { Shown } from '../../model/proof.ts'
import type { SubmissionDraft } from '../../model/submission.ts'
import { proofRoutes } from '../../proof-routes.ts'
import { routes } from '../../routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import type { ToConfirm, Waiting } from '../../use-cases/proof/pending.ts'
import { procedureCrumbs } from '../crumbs.ts'

/** What is asked, for what, and what went wrong. */
export interface Asking {
  readonly level: Shown['level']
  readonly action: Action
  /** Where the form goes: what was typed goes along. */
  readonly to: string
  readonly back: string
  /** Asked before there is anything to fill in: what the form brings along, in place of what was typed. */
  readonly door?: Readonly<Record<string, string>> | undefined
  readonly email?: string | undefined
  readonly fault?: 'code' | 'email' | 'many' | 'closed' | undefined
  readonly slow?: SlowDown | undefined
}

// Fields of this page itself: everything else in the form is what somebody wrote, and goes along.
const ownFields = new Set(['code', 'nachweis', 'puzzle'])

const alongOf = (visit: Visit): Record<string, string> =>
  Object.fromEntries([...visit.form].filter(([name]) => !ownFields.has(name)))

const field = (level: 'email' | 'code') => (level === 'code' ? 'code' : 'nachweis')

function AskForm({ visit, asking, level }: { readonly visit: Visit; readonly asking: Asking; readonly level: 'email' | 'code' }) {
  const { t } = visit
  const { fault, slow } = asking
  const name = field(level)
  return (
    <form class="alm-form" method="post" action={asking.to} noValidate>
      <HiddenValues values={asking.door ?? alongOf(visit)} />
      <TextField
        id={name}
        name={name}
        type={level === 'email' ? 'email' : 'text'}
        autocomplete={level === 'email' ? 'email' : 'off'}
        label={t(`participation.proof.${level}.field`)}
        help={t(`participation.proof.${level}.help`)}
        value={visit.form.get(name) ?? (level === 'email' ? (asking.email ?? '') : '')}
        {...(fault ? { error: t(`participation.proof.fault.${fault}`) } : {})}
        t={t}
      />
      {slow && <Puzzle challenge={slow.challenge} until={slow.until} email={visit.site.contact.email} t={t} />}
      <Actions>
        <Button
          text={t(asking.door && level === 'code' ? 'participation.proof.code.begin' : `participation.proof.${level}.send`)}
        />
      </Actions>
    </form>
  )
}

/** Where one shows it: at the sign-in of this house, or at BundID. The way leads back. */
function wayOf(visit: Visit, { procedure }: Pick<ShownProcedure, 'procedure'>, { level, action, back }: Asking): string {
  const { slug } = procedure
  return level === 'account'
    ? visit.to(proofRoutes.account, {}, { weiter: back })
    : visit.to(proofRoutes.toBundId, { slug }, { fuer: action, weiter: back })
}

/** Asks who it is before something counts: what was typed goes along, or stands there to be taken along. */
export function askView(visit: Visit, opened: Pick<ShownProcedure, 'procedure'>, asking: Asking): View {
  const { t } = visit
  const { level, fault, slow } = asking
  const title = t(`participation.proof.${level}.title`)
  const text = visit.form.get('body') ?? visit.form.get('text')
  const byForm = level === 'email' || level === 'code'
  return {
    title,
    area: 'participation',
    robots: 'noindex',
    secret: true,
    islands: slow ? puzzleIslands : [],
    crumbs: procedureCrumbs(visit, opened.procedure, title),
    body: (
      <>
        <ErrorSummary
          faults={fault && byForm ? [{ field: field(level), text: t(`participation.proof.fault.${fault}`) }] : []}
          t={t}
        />
        <Head
          pre={opened.procedure.title}
          title={title}
          lead={t(`participation.proof.${level}.lead${asking.door && level === 'email' ? '.door' : ''}`)}
          t={t}
        >
          {byForm ? (
            <AskForm visit={visit} asking={asking} level={level} />
          ) : (
            <Actions>
              <Button text={t(`participation.proof.${level}.go`)} href={wayOf(visit, opened, asking)} />
            </Actions>
          )}
          <p class="alm-small">{t(`participation.proof.${level}.kept`)}</p>
          <LinkList
            links={[{ href: asking.back, text: t(asking.door ? 'participation.closed.back' : 'participation.proof.back') }]}
          />
        </Head>
        {!byForm && text && (
          <Section title={t('participation.closed.yours')} id="ihr-text" note={t('participation.proof.yours')}>
            {visit.form.get('title') && (
              <p>
                <strong>{visit.form.get('title')}</strong>
              </p>
            )}
            <Said text={text} />
          </Section>
        )}
      </>
    ),
  }
}

/** The link is on its way: what was sent is kept, and counts once it is pressed. */
export function sentView(
  visit: Visit,
  opened: Pick<ShownProcedure, 'procedure'>,
  { what, email }: { readonly what: Pick<ToConfirm, 'kind'> | { readonly kind: 'pass' } | undefined; readonly email: string },
): View {
  const { t } = visit
  const title = t('participation.proof.sent.title')
  return {
    title,
    area: 'participation',
    robots: 'noindex',
    secret: true,
    crumbs: procedureCrumbs(visit, opened.procedure, title),
    body: (
      <Head pre={opened.procedure.title} title={title} lead={t(`participation.proof.sent.${what?.kind ?? 'rate'}`)} t={t}>
        <p>
          {t('participation.proof.sent.to')} <strong>{email}</strong>
        </p>
        {what?.kind !== 'pass' && <p>{t('participation.proof.sent.days')}</p>}
        <LinkList
          links={[{ href: visit.to(routes.procedure, { slug: opened.procedure.slug }), text: t('participation.closed.back') }]}
        />
      </Head>
    ),
  }
}

/** What waits, and the button that lets it count: programs that open links in mails press none. */
export function confirmView(visit: Visit, { pending, procedure, under }: Waiting): View {
  const { t, lang } = visit
  const title = t(`participation.proof.confirm.${pending.kind}`)
  const draft = pending.content as Partial<SubmissionDraft>
  return {
    title,
    area: 'participation',
    robots: 'noindex, nofollow',
    secret: true,
    crumbs: procedureCrumbs(visit, procedure, title),
    body: (
      <>
        <Head pre={procedure.title} title={title} lead={t('participation.proof.confirm.lead')} t={t}>
          <p class="alm-meta">
            <span>{t('participation.own.received', { when: formatMoment(pending.receivedAt, lang, 'text') })}</span>
          </p>
          <form method="post" action={visit.to(proofRoutes.confirmNow, { token: visit.params.token ?? '' })}>
            <Actions>
              <Button text={t('participation.proof.confirm.go')} />
            </Actions>
          </form>
        </Head>
        {(draft.body || under) && (
          <Section title={t(`participation.proof.waits.${pending.kind}`)} id="beitrag">
            <p>
              <strong>{draft.title ?? under?.title}</strong>
            </p>
            {draft.body && <Said text={draft.body} />}
          </Section>
        )}
      </>
    ),
  }
}

/** The link leads nowhere any more: why, and what one can do. */
export function overView(visit: Visit, procedure: Waiting['procedure'], why: 'over' | 'done'): View {
  const { t } = visit
  const title = t(`participation.proof.${why}.title`)
  return {
    title,
    area: 'participation',
    robots: 'noindex, nofollow',
    secret: true,
    crumbs: procedureCrumbs(visit, procedure, title),
    body: (
      <Head pre={procedure.title} title={title} lead={t(`participation.proof.${why}.lead`)} t={t}>
        <LinkList
          links={[{ href: visit.to(routes.procedure, { slug: procedure.slug }), text: t('participation.closed.back') }]}
        />
      </Head>
    ),
  }
}

/** What this browser has shown in a procedure, and the button that ends it. */
export function proofView(
  visit: Visit,
  { procedure }: ShownProcedure,
  {
    level,
    ended,
    code,
  }: {
    readonly level?: Shown['level'] | undefined
    readonly ended?: boolean
    readonly code?: { readonly typed: string; readonly wrong?: boolean } | undefined
  },
): View {
  const { t } = visit
  const wrong = code?.wrong ? t('participation.proof.fault.code') : undefined
  // Whoever comes with a letter reads what the letter is for, not what this page is called.
  const byLetter = code !== undefined && !level && !ended
  const title = t(byLetter ? 'participation.proof.code.title' : 'participation.proof.title')
  const none = byLetter ? 'participation.proof.code.lead' : 'participation.proof.has.none'
  const own = visit.to(routes.procedure, { slug: procedure.slug })
  return {
    title,
    area: 'participation',
    robots: 'noindex',
    crumbs: procedureCrumbs(visit, procedure, title),
    body: (
      <>
        {ended && <Message kind="success" title={t('participation.proof.ended')} live t={t} />}
        <ErrorSummary faults={wrong ? [{ field: 'code', text: wrong }] : []} t={t} />
        <Head pre={procedure.title} title={title} lead={t(level ? `participation.proof.has.${level}` : none)} t={t}>
          {code && !level && (
            <form class="alm-form" method="post" action={visit.to(proofRoutes.keepProof, { slug: procedure.slug })} noValidate>
              <TextField
                id="code"
                name="code"
                autocomplete="off"
                label={t('participation.proof.code.field')}
                help={t('participation.proof.code.help')}
                value={code.typed}
                {...(wrong ? { error: wrong } : {})}
                t={t}
              />
              <Actions>
                <Button text={t('participation.proof.code.begin')} />
              </Actions>
              <p class="alm-small">{t('participation.proof.code.kept')}</p>
            </form>
          )}
          {level && (
            <form method="post" action={visit.to(proofRoutes.keepProof, { slug: procedure.slug })}>
              <Actions>
                <Button text={t('participation.proof.go-on')} href={own} />
                <Button kind="secondary" text={t('participation.proof.end')} />
              </Actions>
            </form>
          )}
          {!level && <LinkList links={[{ href: own, text: t('participation.closed.back') }]} />}
        </Head>
      </>
    ),
  }
}
