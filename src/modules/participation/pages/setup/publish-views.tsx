import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Confirm } from '#ui/components/confirm/confirm.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextArea } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Checks } from '#ui/components/status/status.tsx'
import { needs } from '../../model/setup/ready.ts'
import { setupRoutes } from '../../setup-routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { phaseTime } from '../words.ts'
import { missingIn } from './frame.tsx'

const frame = (visit: Visit, { procedure }: ShownProcedure, title: string, body: View['body']): View => ({
  title: `${title}: ${procedure.title}`,
  robots: 'noindex',
  frame: 'staff',
  area: 'participation-setup',
  crumbs: [
    { label: visit.t('participation.setup.list'), href: visit.to(setupRoutes.staffProcedures) },
    { label: procedure.title, href: visit.to(setupRoutes.setup, { id: procedure.id }) },
    { label: title },
  ],
  body,
})

/** Asks before a procedure becomes public, and says what that means; says what is missing while something is. */
export function publishView(visit: Visit, opened: ShownProcedure): View {
  const { t, lang } = visit
  const { procedure, phases, format } = opened
  const { id, title } = procedure
  const own = visit.to(setupRoutes.setup, { id })
  const missing = missingIn(visit, opened)
  if (missing.length > 0)
    return frame(
      visit,
      opened,
      t('participation.setup.publish'),
      <>
        <Head title={t('participation.setup.not-ready', { count: missing.length })} t={t} />
        <Checks
          checks={needs.map((need) => ({
            kind: missing.includes(need) ? ('bad' as const) : ('ok' as const),
            title: t(`participation.setup.need.${need}`),
          }))}
          t={t}
        />
        <LinkList links={[{ href: own, text: t('participation.setup.back') }]} />
      </>,
    )
  const acting = phases.filter((one) => one.track === 'public' && one.actions.some((action) => action !== 'read'))
  return frame(
    visit,
    opened,
    t('participation.setup.publish'),
    <Confirm
      title={t('participation.setup.publish.question', { title })}
      happens={[
        t('participation.setup.publish.seen', { name: visit.site.name }),
        ...acting.map((one) => `${one.title}: ${phaseTime(one, visit)}`),
        procedure.answerBy
          ? t('participation.setup.publish.answer', { date: formatDay(procedure.answerBy, lang) })
          : t('participation.setup.publish.no-answer'),
        ...(format.action ? [] : [t('participation.setup.publish.no-form')]),
        t('participation.setup.publish.names', { prefix: procedure.prefix, slug: procedure.slug }),
      ]}
      action={visit.to(setupRoutes.publishNow, { id })}
      deed={t('participation.setup.publish.do')}
      cancel={own}
      t={t}
    />,
  )
}

/** Asks why a public procedure is taken back. */
export function withdrawView(
  visit: Visit,
  opened: ShownProcedure,
  state: { readonly reason?: string; readonly fault?: string } = {},
): View {
  const { t } = visit
  const { id, title } = opened.procedure
  const error = state.fault && t(`participation.setup.fault.${state.fault}`)
  return frame(
    visit,
    opened,
    t('participation.setup.withdraw'),
    <>
      <ErrorSummary faults={error ? [{ field: 'grund', text: error }] : []} t={t} />
      <Confirm
        title={t('participation.setup.withdraw.question', { title })}
        happens={[
          t('participation.setup.withdraw.gone'),
          t('participation.setup.withdraw.kept', { count: opened.procedure.submissions }),
          t('participation.setup.withdraw.again'),
        ]}
        action={visit.to(setupRoutes.withdrawNow, { id })}
        deed={t('participation.setup.withdraw.do')}
        cancel={visit.to(setupRoutes.setup, { id })}
        t={t}
      >
        <TextArea
          id="grund"
          name="grund"
          label={t('participation.setup.reason')}
          help={t('participation.setup.reason.help')}
          value={state.reason ?? ''}
          rows={3}
          maxLength={600}
          {...(error ? { error } : {})}
          t={t}
        />
      </Confirm>
    </>,
  )
}
