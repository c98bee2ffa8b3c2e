import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { routes } from '../../routes.ts'
import type { Rhythm, Subscription } from '../../store/subscription-store.ts'
import type { SlowDown } from '../../use-cases/requests/slow-down.ts'
import type { Followed } from './wanted.ts'

/** Rhythms as addresses name them. */
export const rhythmParams: Readonly<Record<string, Rhythm>> = { sofort: 'immediate', taeglich: 'daily', woechentlich: 'weekly' }
export const paramOf = (rhythm: Rhythm): string =>
  Object.keys(rhythmParams).find((key) => rhythmParams[key] === rhythm) ?? 'sofort'

function RhythmField({ value, visit }: { readonly value: string; readonly visit: Visit }) {
  const { t } = visit
  return (
    <ChoiceField
      id="rhythmus"
      name="rhythmus"
      label={t('catalogue.subscribe.rhythm')}
      values={[value]}
      options={Object.keys(rhythmParams).map((key) => ({ value: key, label: t(`catalogue.subscribe.rhythm.${key}`) }))}
      t={t}
    />
  )
}

/** What can be followed, for whoever comes without naming it. */
export function whatToFollowView(visit: Visit): View {
  const { t } = visit
  return {
    title: t('catalogue.subscribe.name'),
    area: 'data',
    crumbs: [{ label: t('catalogue.subscribe.name') }],
    body: (
      <>
        <Head title={t('catalogue.subscribe.what')} lead={t('catalogue.subscribe.what.lead')} t={t} />
        <LinkList
          stacked
          links={[
            { href: visit.to(routes.search), text: t('catalogue.subscribe.what.search') },
            { href: visit.to(routes.publishers), text: t('catalogue.subscribe.what.publisher') },
            { href: visit.to(routes.wishes), text: t('catalogue.subscribe.what.wish') },
            {
              href: visit.to(routes.subscribe, {}, { art: 'suche', was: '' }),
              text: t('catalogue.subscribe.what.all', { name: visit.site.name }),
            },
          ]}
        />
      </>
    ),
  }
}

export interface SubscribeTyped {
  readonly art: string
  readonly was: string
  readonly email: string
  readonly rhythm: string
  /** The address is missing or no address. */
  readonly fault?: 'missing' | 'invalid'
  readonly slow?: SlowDown | undefined
}

/** "Diese Suche abonnieren": address and rhythm; or the feed, which wants no address. */
export function subscribeView(visit: Visit, followed: Followed, typed: SubscribeTyped): View {
  const { t } = visit
  const error = typed.fault ? t(`catalogue.request.fault.email.${typed.fault}`) : undefined
  return {
    title: t('catalogue.subscribe.title', { label: followed.label }),
    robots: 'noindex, follow',
    area: 'data',
    crumbs: [{ label: followed.label, href: followed.href }, { label: t('catalogue.subscribe.name') }],
    islands: typed.slow ? puzzleIslands : [],
    body: (
      <>
        <Head
          title={t('catalogue.subscribe.title', { label: followed.label })}
          lead={t(`catalogue.subscribe.lead.${followed.kind}`)}
          t={t}
        />
        <ErrorSummary faults={error ? [{ field: 'email', text: error }] : []} t={t} />
        <form class="alm-form" method="post" action={visit.to(routes.sendSubscribe)} noValidate>
          <HiddenValues values={{ art: typed.art, was: typed.was }} />
          <TextField
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            label={t('catalogue.request.email')}
            help={t('catalogue.subscribe.email.help')}
            value={typed.email}
            t={t}
            {...(error ? { error } : {})}
          />
          {followed.kind !== 'request' && <RhythmField value={typed.rhythm} visit={visit} />}
          {typed.slow && <Puzzle {...typed.slow} email={visit.site.contact.email} t={t} />}
          <Actions>
            <Button text={t('catalogue.subscribe.send')} />
          </Actions>
        </form>
        <div class="catalogue-after">
          <LinkList
            links={[
              ...(followed.feed ? [{ href: followed.feed, text: t('catalogue.subscribe.feed') }] : []),
              { href: visit.to(routes.rules), text: t('catalogue.rules.link') },
            ]}
          />
        </div>
      </>
    ),
  }
}

/** After the form: the same for every address. */
export function sentView(visit: Visit, followed: Followed): View {
  const { t } = visit
  return {
    title: t('catalogue.subscribe.sent'),
    robots: 'noindex',
    area: 'data',
    crumbs: [{ label: followed.label, href: followed.href }, { label: t('catalogue.subscribe.name') }],
    body: (
      <>
        <Head title={t('catalogue.subscribe.sent')} lead={t('catalogue.subscribe.sent.lead')} t={t} />
        <LinkList links={[{ href: followed.href, text: t('catalogue.subscribe.back', { label: followed.label }) }]} />
      </>
    ),
  }
}

/** What stands behind the link in every mail: confirm, change, end. Looking does none of it. */
export function manageView(visit: Visit, one: Subscription, said?: 'confirmed' | 'saved'): View {
  const { t } = visit
  const token = visit.params.token ?? ''
  const action = visit.to(routes.changeSubscription, { token })
  const open = one.confirmedAt === null
  return {
    title: t('catalogue.subscribe.manage'),
    robots: 'noindex, nofollow',
    secret: true,
    crumbs: [{ label: t('catalogue.subscribe.manage') }],
    body: (
      <>
        {said && <Message kind="success" title={t(`catalogue.subscribe.said.${said}`)} live t={t} />}
        <Head
          pre={t(`catalogue.subscribe.kind.${one.kind}`)}
          title={open ? t('catalogue.subscribe.confirm.title', { label: one.label }) : one.label}
          lead={open ? t('catalogue.subscribe.confirm.lead') : undefined}
          t={t}
        >
          {open ? (
            <form method="post" action={action}>
              <Actions>
                <Button text={t('catalogue.subscribe.confirm')} name="tat" value="bestaetigen" />
              </Actions>
            </form>
          ) : (
            <p>
              <Status kind="ok">{t(`catalogue.subscribe.active.${paramOf(one.rhythm)}`)}</Status>
            </p>
          )}
        </Head>
        {!open && one.kind !== 'request' && (
          <Section title={t('catalogue.subscribe.change')} id="rhythmus-aendern">
            <form class="alm-form" method="post" action={action}>
              <RhythmField value={paramOf(one.rhythm)} visit={visit} />
              <Button kind="secondary" text={t('catalogue.subscribe.save')} name="tat" value="aendern" />
            </form>
          </Section>
        )}
        <Section title={t('catalogue.subscribe.end')} id="beenden" note={t('catalogue.subscribe.end.note')}>
          <form method="post" action={visit.to(routes.endSubscriptionNow, { token })}>
            <Button kind="danger" text={t(open ? 'catalogue.subscribe.end.open' : 'catalogue.subscribe.end.do')} />
          </form>
        </Section>
      </>
    ),
  }
}

/** The end: said the same way whether it was there a moment ago or long before. */
export function endedView(visit: Visit): View {
  const { t } = visit
  return {
    title: t('catalogue.subscribe.ended'),
    robots: 'noindex',
    secret: true,
    crumbs: [{ label: t('catalogue.subscribe.manage') }],
    body: (
      <>
        <Head title={t('catalogue.subscribe.ended')} lead={t('catalogue.subscribe.ended.lead')} t={t} />
        <LinkList links={[{ href: visit.to(routes.search), text: t('catalogue.search.label') }]} />
      </>
    ),
  }
}
