import { formatNumber } from '#kernel/locale.ts'
import { type Handler, handler, page, type View, type Visit } from '#platform/http'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { limits, mailsToOneAddress } from '../../model/limits.ts'
import { takenOutFor } from '../../model/moderation.ts'
import { routes } from '../../routes.ts'
import { queueFindings } from '../moderation/read-queue.ts'

const kept = ['text', 'name', 'email', 'unconfirmed', 'notice', 'line', 'browser', 'support'] as const

/** The rules of taking part as a person reads them; every figure comes from where it is applied. */
function rulesView(visit: Visit): View {
  const { t, lang, site } = visit
  const limit = (key: keyof typeof limits) =>
    t(`participation.rules.limits.${key}`, { count: formatNumber(limits[key].line, lang) })
  return {
    title: t('participation.rules.title'),
    description: t('participation.rules.lead'),
    area: 'participation',
    crumbs: [{ label: t('participation.nav'), href: visit.to(routes.procedures) }, { label: t('participation.rules.title') }],
    body: (
      <>
        <Head title={t('participation.rules.title')} lead={t('participation.rules.lead')} t={t} />
        <Section title={t('participation.rules.publish')} id="veroeffentlichung">
          <p>{t('participation.rules.publish.text')}</p>
          <ul class="alm-list">
            {queueFindings.map((finding) => (
              <li key={finding}>{t(`participation.finding.${finding}`)}</li>
            ))}
          </ul>
          <p>{t('participation.rules.publish.no-machine')}</p>
        </Section>
        <Section title={t('participation.rules.out')} id="entfernen">
          <p>{t('participation.rules.out.text')}</p>
          <ul class="alm-list">
            {takenOutFor.map((code) => (
              <li key={code}>{t(`participation.why.${code}`)}</li>
            ))}
          </ul>
          <p>{t('participation.rules.out.told')}</p>
          <LinkList links={[{ href: visit.to(routes.notify), text: t('participation.notice.title') }]} />
        </Section>
        <Section title={t('participation.rules.limits')} id="grenzen" note={t('participation.rules.limits.note')}>
          <ul class="alm-list">
            {(['submit', 'comment', 'rate', 'opinion', 'report', 'follow'] as const).map((key) => (
              <li key={key}>{limit(key)}</li>
            ))}
            <li>{t('participation.rules.limits.mail', { count: mailsToOneAddress })}</li>
          </ul>
          <p>{t('participation.rules.limits.puzzle')}</p>
          {site.contact.email && (
            <p>
              {t('participation.rules.limits.without')}{' '}
              <a class="alm-link" href={`mailto:${site.contact.email}`}>
                {site.contact.email}
              </a>
            </p>
          )}
        </Section>
        <Section title={t('participation.rules.kept')} id="speicherung">
          <Facts
            facts={kept.map((one) => ({
              name: t(`participation.rules.kept.${one}`),
              value: t(`participation.rules.kept.${one}.time`),
            }))}
          />
        </Section>
      </>
    ),
  }
}

/** Rules against abuse that a person can read. */
export const participationRulesHandlers = (): Handler[] => [handler(routes.rules, (visit) => page(rulesView(visit)))]
