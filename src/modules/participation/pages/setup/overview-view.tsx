import { formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Checks } from '#ui/components/status/status.tsx'
import { Stepper } from '#ui/components/stepper/stepper.tsx'
import { Timeline } from '#ui/components/timeline/timeline.tsx'
import { wordOf } from '../../format-words.ts'
import { formatOf } from '../../known-formats.ts'
import { needs } from '../../model/setup/ready.ts'
import { paperRoutes } from '../../paper-routes.ts'
import { proofRoutes } from '../../proof-routes.ts'
import { routes } from '../../routes.ts'
import { setupRoutes } from '../../setup-routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { stepsOf } from '../words.ts'
import { missingIn, StateWord, stepsFor } from './frame.tsx'
import { formatName } from './list-views.tsx'

export const setupSaid = ['veroeffentlicht', 'zurueckgezogen', 'nicht-jetzt'] as const

function Deeds({ visit, opened, ready }: { readonly visit: Visit; readonly opened: ShownProcedure; readonly ready: boolean }) {
  const { t } = visit
  const { id, state } = opened.procedure
  const mayPublish = visit.may('participation/publish')
  return (
    <Actions>
      {mayPublish && state !== 'public' && ready && (
        <Button text={t('participation.setup.publish')} href={visit.to(setupRoutes.publish, { id })} />
      )}
      {visit.may('participation/edit') && (
        <Button
          kind={state === 'public' || !ready ? 'primary' : 'secondary'}
          text={t(state === 'public' ? 'participation.enter.title' : 'participation.setup.edit')}
          href={visit.to(state === 'public' ? paperRoutes.enter : setupRoutes.subject, { id })}
        />
      )}
      <a class="alm-link" href={visit.to(setupRoutes.preview, { id })}>
        {t('participation.setup.preview')}
      </a>
    </Actions>
  )
}

/** A procedure for its staff: where it stands, what is missing, and every way on. */
export function overviewView(visit: Visit, opened: ShownProcedure, said?: (typeof setupSaid)[number]): View {
  const { t, lang } = visit
  const { procedure, phases } = opened
  const { id, slug, state } = procedure
  const missing = missingIn(visit, opened)
  const mayEdit = visit.may('participation/edit')
  const link = (shown: boolean, href: string, text: string) => (shown ? [{ href, text }] : [])
  return {
    title: procedure.title,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-setup',
    crumbs: [{ label: t('participation.setup.list'), href: visit.to(setupRoutes.staffProcedures) }, { label: procedure.title }],
    body: (
      <>
        {said && (
          <Message
            kind={said === 'nicht-jetzt' ? 'warning' : 'success'}
            title={t(`participation.setup.said.${said}`)}
            live
            t={t}
          />
        )}
        <Head
          pre={formatName(procedure.format, visit)}
          title={procedure.title}
          {...(procedure.lead ? { lead: procedure.lead } : {})}
          t={t}
        >
          <p>
            <StateWord state={state} visit={visit} />
          </p>
          <Deeds visit={visit} opened={opened} ready={missing.length === 0} />
        </Head>
        {mayEdit && <Stepper steps={stepsFor(visit, opened)} label={t('participation.setup.steps')} t={t} />}
        {state !== 'public' && (
          <Block title={t(missing.length > 0 ? 'participation.setup.needs' : 'participation.setup.ready')} id="fehlt">
            <Checks
              checks={needs.map((need) => ({
                kind: missing.includes(need) ? ('bad' as const) : ('ok' as const),
                title: t(`participation.setup.need.${need}`),
              }))}
              t={t}
            />
          </Block>
        )}
        {phases.length > 0 && (
          <Block title={t('participation.timetable')} id="ablauf">
            <Timeline steps={stepsOf(phases, visit)} t={t} />
          </Block>
        )}
        <Block title={t('participation.setup.facts')} id="angaben">
          <Facts
            facts={[
              { name: t('participation.setup.field.prefix'), value: procedure.prefix },
              { name: t('participation.setup.field.slug'), value: slug },
              { name: t('participation.setup.column.changed'), value: formatMoment(procedure.changedAt, lang, 'text') },
              ...(procedure.answerBy
                ? [{ name: t('participation.setup.field.answerBy'), value: formatDay(procedure.answerBy, lang) }]
                : []),
              { name: wordOf(formatOf(procedure.format), 'many', lang), value: String(procedure.submissions) },
              ...(state === 'withdrawn'
                ? [{ name: t('participation.setup.reason'), value: procedure.withdrawnReason ?? '' }]
                : []),
            ]}
          />
        </Block>
        <Block title={t('participation.setup.ways')} id="wege">
          <LinkList
            links={[
              ...(opened.format.staff ?? []).map((one) => ({ href: visit.to(one.route, { id }), text: t(one.label) })),
              ...link(
                Object.values(procedure.identity).includes('code') && visit.may('participation/publish'),
                visit.to(proofRoutes.codes, { id }),
                t('participation.codes.title'),
              ),
              ...link(mayEdit && state !== 'draft', visit.to(paperRoutes.enter, { id }), t('participation.enter.title')),
              ...link(mayEdit && state !== 'draft', visit.to(paperRoutes.importPage, { id }), t('participation.import.title')),
              ...link(state === 'public', visit.to(paperRoutes.paper, { slug }), t('participation.paper.link')),
              ...link(state === 'public', visit.to(routes.procedure, { slug }), t('participation.setup.public-page')),
              ...link(
                state === 'public' && visit.may('participation/publish'),
                visit.to(setupRoutes.withdraw, { id }),
                t('participation.setup.withdraw'),
              ),
              { href: visit.to(setupRoutes.staffProcedures), text: t('participation.setup.all') },
            ]}
          />
        </Block>
      </>
    ),
  }
}
