import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary, type FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { proofRoutes } from '../../../proof-routes.ts'
import type { OpenedBox } from '../open-budget.ts'
import { ballotHref, crumbsOf } from './ballot-view.tsx'

interface Way {
  readonly title: string
  readonly lead: string
  readonly field?: {
    readonly name: 'email' | 'pruefnummer'
    readonly label: string
    readonly help: string
    readonly value: string
    readonly step: string
    readonly button: string
  }
  readonly faults?: readonly FieldFault[]
  readonly slow?: SlowDown | undefined
  readonly sent?: string
  /** A way to another page where it is shown. */
  readonly go?: { readonly text: string; readonly href: string; readonly note: string }
}

/** One question before the ballot: the address to confirm, or the receipt code of an earlier vote. */
function wayInView(visit: Visit, opened: OpenedBox, way: Way): View {
  const { t } = visit
  const { field, faults = [], slow } = way
  return {
    title: way.title,
    area: 'participation',
    robots: 'noindex',
    secret: true,
    islands: slow ? puzzleIslands : [],
    crumbs: crumbsOf(visit, opened.procedure, t('participation.vote.ballot')),
    body: (
      <>
        <Head pre={opened.procedure.title} title={way.title} lead={way.lead} t={t} />
        {way.sent && <Message kind="success" title={way.sent} live t={t} />}
        <ErrorSummary faults={faults} t={t} />
        {way.go && (
          <>
            <Actions>
              <Button text={way.go.text} href={way.go.href} />
            </Actions>
            <p class="alm-small">{way.go.note}</p>
          </>
        )}
        {field && (
          <form class="alm-form" method="post" action={ballotHref(visit, opened)} noValidate>
            <TextField
              id={field.name}
              name={field.name}
              type={field.name === 'email' ? 'email' : 'text'}
              autocomplete={field.name === 'email' ? 'email' : 'off'}
              label={field.label}
              help={field.help}
              value={field.value}
              {...(faults[0] ? { error: faults[0].text } : {})}
              t={t}
            />
            {slow && <Puzzle challenge={slow.challenge} until={slow.until} email={visit.site.contact.email} t={t} />}
            <Button text={field.button} name="schritt" value={field.step} />
          </form>
        )}
      </>
    ),
  }
}

/** Confirm an address first: the link in the mail opens the ballot. */
export function confirmMailView(
  visit: Visit,
  opened: OpenedBox,
  state: { readonly email?: string; readonly wrong?: boolean; readonly slow?: SlowDown; readonly sent?: boolean },
): View {
  const { t } = visit
  return wayInView(visit, opened, {
    title: t('participation.vote.mail.title'),
    lead: t('participation.vote.mail.lead'),
    field: {
      name: 'email',
      label: t('participation.vote.mail.field'),
      help: t('participation.vote.mail.help'),
      value: state.email ?? '',
      step: 'link',
      button: t('participation.vote.mail.send'),
    },
    slow: state.slow,
    ...(state.wrong ? { faults: [{ field: 'email', text: t('participation.fault.email.invalid') }] } : {}),
    ...(state.sent ? { sent: t('participation.vote.mail.sent') } : {}),
  })
}

/** Only with an account, or with a BundID: the way there leads back to the ballot. */
export function signInView(visit: Visit, opened: OpenedBox, by: 'account' | 'bundid'): View {
  const { slug } = opened.procedure
  const weiter = ballotHref(visit, opened)
  return wayInView(visit, opened, {
    title: visit.t(`participation.vote.${by}.title`),
    lead: visit.t(`participation.vote.${by}.lead`),
    go: {
      text: visit.t(`participation.proof.${by}.go`),
      href:
        by === 'account'
          ? visit.to(proofRoutes.account, {}, { weiter })
          : visit.to(proofRoutes.toBundId, { slug }, { fuer: 'vote', weiter }),
      note: visit.t(`participation.vote.${by}.kept`),
    },
  })
}

/** Change an earlier vote: its receipt code opens it. */
export function changeVoteView(visit: Visit, opened: OpenedBox, typed?: string): View {
  const { t } = visit
  return wayInView(visit, opened, {
    title: t('participation.vote.change-vote'),
    lead: t('participation.vote.change.lead'),
    field: {
      name: 'pruefnummer',
      label: t('participation.vote.receipt-number'),
      help: t('participation.vote.change.help'),
      value: typed ?? '',
      step: 'aendern',
      button: t('participation.vote.change.go'),
    },
    ...(typed === undefined ? {} : { faults: [{ field: 'pruefnummer', text: t('participation.vote.refused.receipt') }] }),
  })
}
