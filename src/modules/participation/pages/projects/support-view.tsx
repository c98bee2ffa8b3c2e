import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { projectRoutes } from '../../project-routes.ts'
import type { Support } from '../../store/suggestion-store.ts'

const frame = (visit: Visit, title: string, body: View['body']): View => ({
  title,
  robots: 'noindex, nofollow',
  secret: true,
  area: 'participation',
  crumbs: [{ label: visit.t('participation.projects.title'), href: visit.to(projectRoutes.projects) }, { label: title }],
  body,
})

/** What stands behind the link of the mail: support it, or take that back. Looking does neither. */
export function supportView(visit: Visit, one: Support, closed: boolean): View {
  const { t } = visit
  const done = one.confirmedAt !== null
  const title = t(closed ? 'participation.closed.title' : done ? 'participation.support.done' : 'participation.support.question')
  const action = visit.to(projectRoutes.changeOwnSupport, { token: visit.params.token ?? '' })
  return frame(
    visit,
    title,
    <>
      <Head
        pre={one.title}
        title={title}
        lead={t(
          closed ? 'participation.support.closed' : done ? 'participation.support.done.lead' : 'participation.support.lead',
        )}
        t={t}
      />
      {!closed && (
        <form method="post" action={action}>
          <Actions>
            {!done && <Button text={t('participation.support.confirm')} name="tat" value="bestaetigen" />}
            <Button
              kind={done ? 'danger' : 'secondary'}
              text={t(done ? 'participation.support.end' : 'participation.support.no')}
              name="tat"
              value="beenden"
            />
          </Actions>
        </form>
      )}
      <LinkList
        links={[
          {
            href: visit.to(projectRoutes.suggestion, { vorhaben: one.slug, nummer: String(one.number) }),
            text: t('participation.support.suggestion'),
          },
        ]}
      />
    </>,
  )
}

/** One sentence after a deed: counted already with another mail, or taken back. */
export const supportSaidView = (visit: Visit, what: 'counted' | 'ended'): View =>
  frame(
    visit,
    visit.t(`participation.support.${what}`),
    <>
      <Head title={visit.t(`participation.support.${what}`)} lead={visit.t(`participation.support.${what}.lead`)} t={visit.t} />
      <LinkList links={[{ href: visit.to(projectRoutes.projects), text: visit.t('participation.projects.all') }]} />
    </>,
  )
