import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { publisherOf, titleOf } from '#standards/dcat-ap-de'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { routes } from '../../routes.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import { safeMail } from './safe-address.ts'

/** What was withdrawn, since when, why, and where to look instead. */
export function tombstoneView(resource: StoredResource, visit: Visit): View {
  const { t, lang } = visit
  const title = titleOf(resource.record, lang)
  const publisher = publisherOf(resource.record, lang)
  const date = formatDay((resource.withdrawnAt ?? resource.changedAt).toISOString(), lang)
  const mail =
    resource.record.contactPoint.map((one) => safeMail(one.email)).find((one) => one !== undefined) ?? visit.site.contact.email
  const search = visit.to(routes.search, {}, { q: title.slice(0, 200) })
  return {
    title: t('catalogue.gone.title', { title }),
    robots: 'noindex',
    area: 'data',
    crumbs: [{ label: t('catalogue.nav.data'), href: visit.to(routes.search) }, { label: title }],
    body: (
      <>
        <Head
          t={t}
          title={t('catalogue.gone.title', { title })}
          pre={t('catalogue.gone.pre')}
          lead={t('catalogue.gone.lead', { date })}
        >
          <Actions>
            <Button href={search} text={t('catalogue.gone.search')} />
            <a class="alm-link" href={visit.to(routes.search)}>
              {t('catalogue.nav.all')}
            </a>
          </Actions>
        </Head>
        <Section title={t('catalogue.gone.known')} id="bekannt">
          <Facts
            facts={[
              { name: t('catalogue.gone.reason'), value: resource.withdrawnReason || t('catalogue.gone.reason.none') },
              { name: t('catalogue.gone.since'), value: date },
              ...(publisher ? [{ name: t('catalogue.fact.publisher'), value: publisher }] : []),
              { name: t('catalogue.gone.ask'), value: <a href={`mailto:${mail}`}>{mail}</a> },
              { name: t('catalogue.fact.identifier'), value: <span class="catalogue-address">{resource.record.uri}</span> },
            ]}
          />
        </Section>
      </>
    ),
  }
}
