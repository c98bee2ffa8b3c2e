import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Receipt } from '#ui/components/receipt/receipt.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { noticeNumber } from '../../model/notice.ts'
import { routes } from '../../routes.ts'
import type { OwnNotice } from '../../use-cases/notices/hand-in-notice.ts'
import { DecisionPost, type RefusedObjection } from './objection-part.tsx'

/** What whoever reported something sees behind the secret link: receipt, decision with reasons, the way to object. */
export function ownNoticeView(
  visit: Visit,
  own: OwnNotice,
  state: { said?: string | undefined; refused?: RefusedObjection | undefined },
): View {
  const { t, lang } = visit
  const { notice, statements, objections } = own
  const number = noticeNumber(notice)
  const decided = notice.state === 'decided'
  const action = visit.to(routes.objectToNotice, { token: visit.params.token ?? '' })
  return {
    title: number,
    robots: 'noindex, nofollow',
    secret: true,
    area: 'participation',
    crumbs: [{ label: t('participation.nav'), href: visit.to(routes.procedures) }, { label: number }],
    body: (
      <>
        {state.said && state.said !== 'neu' && (
          <Message kind="success" title={t(`participation.own.said.${state.said}`)} live t={t} />
        )}
        <Head title={t(state.said === 'neu' ? 'participation.notice.thanks' : 'participation.notice.own')} t={t}>
          <Receipt label={t('participation.notice.number')} number={number}>
            <p>
              <Status kind={decided ? 'ok' : 'run'}>{t(`participation.notice.state.${notice.state}`)}</Status>
            </p>
            <p class="alm-small">
              {t('participation.own.received', { when: formatMoment(notice.receivedAt, lang, 'text') })}{' '}
              {!decided && t('participation.notice.next')}
            </p>
          </Receipt>
          <Note kind="accent">
            <p>
              <strong>{t('participation.own.link')}</strong> {t('participation.notice.link.note')}
            </p>
          </Note>
        </Head>
        {statements.length > 0 && (
          <Section title={t('participation.notice.decision')} id="entscheidung">
            {notice.decision && <p>{t(`participation.notice.decided.${notice.decision}`)}</p>}
            {statements.slice(-1).map((one) => (
              <DecisionPost
                key={one.id}
                statement={one}
                objection={objections.find((objection) => objection.statement === one.id)}
                mayObject
                action={action}
                visit={visit}
                refused={state.refused}
              />
            ))}
          </Section>
        )}
        <Section title={t('participation.notice.text')} id="meldung">
          <p>
            <strong>{t(`participation.notice.reason.${notice.reason}`)}</strong>
          </p>
          <p class="alm-small">{notice.address}</p>
          <Said text={notice.body} />
        </Section>
      </>
    ),
  }
}
