import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Qr } from '#ui/components/qr/qr.tsx'
import { Receipt } from '#ui/components/receipt/receipt.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import { paperRoutes } from '../../paper-routes.ts'
import { routes } from '../../routes.ts'
import { setupRoutes } from '../../setup-routes.ts'
import type { PaperSubmission } from '../../store/paper-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { setupView } from '../setup/frame.tsx'

/** Who is reached how: office, name, telephone, mail, address, in lines. */
export function officeLines(procedure: Procedure, visit: Visit): string[] {
  const { name, phone, email } = procedure.contact
  const { address } = visit.site.contact
  return [procedure.office || visit.site.contact.organisation, name, ...(address ?? '').split('\n'), phone, email].flatMap(
    (line) => (line?.trim() ? [line.trim()] : []),
  )
}

/** A receipt to hand over or to send: number, what was entered, and the way to it with a code for telephones with a camera. */
export function receiptView(visit: Visit, opened: ShownProcedure, one: PaperSubmission, token: string): View {
  const { t, lang, site } = visit
  const { procedure } = opened
  const number = numberOf(procedure.prefix, one.number)
  const address = visit.address(site, routes.ownSubmission, { token })
  const fact = (name: string, value: string | null) => (value ? [{ name: t(`participation.field.${name}`), value }] : [])
  return {
    title: t('participation.receipt.title', { number }),
    robots: 'noindex, nofollow',
    secret: true,
    area: 'participation',
    crumbs: [
      { label: t('participation.setup.list'), href: visit.to(setupRoutes.staffProcedures) },
      { label: procedure.title, href: visit.to(setupRoutes.setup, { id: procedure.id }) },
      { label: number },
    ],
    body: (
      <>
        <Head pre={procedure.title} title={t('participation.receipt.title', { number })} t={t}>
          <Receipt label={t('participation.own.number')} number={number}>
            <p class="alm-small">
              {t(`participation.receipt.${one.channel}`, { date: formatDay(one.receivedOn ?? dayOf(one.receivedAt), lang) })}{' '}
              {procedure.answerBy
                ? t('participation.own.answer-by', { date: formatDay(procedure.answerBy, lang) })
                : t('participation.own.answer')}
            </p>
          </Receipt>
          {one.late && (
            <Note kind="warn">
              <p>{t('participation.receipt.late')}</p>
            </Note>
          )}
          {/* Not on paper: for who hands it over. */}
          <Actions>
            <Button
              kind="secondary"
              text={t('participation.receipt.next')}
              href={visit.to(paperRoutes.enter, { id: procedure.id })}
            />
            <span class="alm-small">{t('participation.receipt.print')}</span>
          </Actions>
        </Head>
        <Section title={t('participation.receipt.way')} id="weg">
          <div class="participation-code">
            <Qr text={address} label={t('participation.receipt.code')} />
            <div>
              <p>{t('participation.receipt.way.text')}</p>
              <p class="alm-code">{address}</p>
              <p class="alm-small">{t('participation.receipt.secret')}</p>
            </div>
          </div>
        </Section>
        <Section title={t('participation.receipt.entered')} id="text" note={t('participation.receipt.entered.note')}>
          <Facts
            facts={[
              { name: t('participation.field.title'), value: one.title },
              { name: t('participation.field.body'), value: <Said text={one.body} /> },
              ...fact('category', one.category),
              ...fact('place', one.place),
              { name: t('participation.field.author'), value: one.author ?? t('participation.check.no-name') },
              ...(one.reference ? [{ name: t('participation.enter.reference'), value: one.reference }] : []),
            ]}
          />
        </Section>
        <Section title={t('participation.receipt.without')} id="ohne-internet">
          <p>{t('participation.receipt.without.text', { number })}</p>
          <p>
            {officeLines(procedure, visit).map((line) => (
              <>
                {line}
                <br />
              </>
            ))}
          </p>
        </Section>
      </>
    ),
  }
}

/** Says why there is no receipt for what came through the portal. */
export function fromPortalView(visit: Visit, opened: ShownProcedure): View {
  const { t } = visit
  return setupView(visit, opened, {
    title: t('participation.receipt.portal'),
    lead: t('participation.receipt.portal.lead'),
    body: (
      <LinkList
        links={[{ href: visit.to(setupRoutes.setup, { id: opened.procedure.id }), text: t('participation.setup.back') }]}
      />
    ),
  })
}
