import type { View, Visit } from '#platform/http'
import { type Handler, handler, page } from '#platform/http'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { findings } from '../../model/look-first.ts'
import { answerDays } from '../../model/request.ts'
import { routes } from '../../routes.ts'
import { limits, mailsToOneAddress } from '../../use-cases/requests/slow-down.ts'

const Lines = ({ keys, visit }: { readonly keys: readonly string[]; readonly visit: Visit }) => (
  <ul class="alm-list">
    {keys.map((key) => (
      <li key={key}>{visit.t(key, { name: visit.site.name })}</li>
    ))}
  </ul>
)

/** The rules as a person reads them; every figure comes from where it is applied. */
function rulesView(visit: Visit): View {
  const { t, site } = visit
  const kept = ['text', 'email', 'unconfirmed', 'line', 'browser', 'link'] as const
  return {
    title: t('catalogue.rules.title'),
    description: t('catalogue.rules.lead'),
    crumbs: [{ label: t('catalogue.rules.title') }],
    body: (
      <>
        <Head title={t('catalogue.rules.title')} lead={t('catalogue.rules.lead')} t={t} />
        <Section title={t('catalogue.rules.publish')} id="veroeffentlichung">
          <p>{t('catalogue.rules.publish.at-once')}</p>
          <p>{t('catalogue.rules.publish.look')}</p>
          <Lines keys={findings.map((finding) => `catalogue.finding.${finding}`)} visit={visit} />
          <p>{t('catalogue.rules.publish.remark')}</p>
          <p>{t('catalogue.rules.publish.never')}</p>
        </Section>
        <Section title={t('catalogue.rules.answer')} id="antwort">
          <p>{t('catalogue.rules.answer.days', { name: site.name, days: answerDays })}</p>
        </Section>
        <Section title={t('catalogue.rules.limits')} id="grenzen" note={t('catalogue.rules.limits.note')}>
          <Lines keys={['catalogue.rules.limits.read']} visit={visit} />
          <ul class="alm-list">
            <li>{t('catalogue.rules.limits.hand-in', { count: limits['hand-in'].line })}</li>
            <li>{t('catalogue.rules.limits.join', { count: limits.join.line })}</li>
            <li>{t('catalogue.rules.limits.subscribe', { count: limits.subscribe.line })}</li>
            <li>{t('catalogue.rules.limits.mail', { count: mailsToOneAddress })}</li>
          </ul>
          <p>{t('catalogue.rules.limits.puzzle')}</p>
          {site.contact.email && (
            <p>
              {t('catalogue.rules.limits.without')}{' '}
              <a class="alm-link" href={`mailto:${site.contact.email}`}>
                {site.contact.email}
              </a>
            </p>
          )}
        </Section>
        <Section title={t('catalogue.rules.kept')} id="speicherung">
          <Facts
            facts={kept.map((one) => ({ name: t(`catalogue.rules.kept.${one}`), value: t(`catalogue.rules.kept.${one}.time`) }))}
          />
        </Section>
        <Section title={t('catalogue.rules.down')} id="entfernen">
          <p>{t('catalogue.rules.down.text', { name: site.name })}</p>
        </Section>
      </>
    ),
  }
}

/** Rules against abuse that a person can read. */
export const rulesHandlers = (): Handler[] => [handler(routes.rules, (visit) => page(rulesView(visit)))]
