import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Section } from '#ui/components/section/section.tsx'
import { Checks } from '#ui/components/status/status.tsx'
import { routes } from '../../routes.ts'
import { checkWords } from './check-words.ts'
import type { DatasetPage } from './gather.ts'

const shortAddress = (address: string) => (address.length > 90 ? `${address.slice(0, 90)} …` : address)

/** "5 von 6 Prüfungen bestanden", each with its reason, and where the rules of the standard are held against the record. */
export function QualitySection({ page, visit }: { readonly page: DatasetPage; readonly visit: Visit }) {
  const { t } = visit
  const { quality, resource, table } = page
  const passed = quality.checks.filter((check) => check.passed).length
  const broken = table?.preview.faultCount ?? 0
  const silent = resource.links?.broken ?? []
  const rules =
    quality.violations === undefined
      ? undefined
      : quality.violations === 0
        ? t('catalogue.dataset.rules.ok')
        : t('catalogue.dataset.rules.bad', { count: quality.violations })
  return (
    <Section title={t('catalogue.dataset.section.quality')} id="stand">
      <p>
        <strong>{t('catalogue.dataset.passed', { count: passed, all: quality.checks.length })}.</strong> {rules}
      </p>
      <Checks
        t={t}
        checks={[
          ...quality.checks.map((check) => checkWords(check, visit)),
          ...silent.map(({ address, since }) => ({
            kind: 'bad' as const,
            title: t('catalogue.check.silent'),
            reason: t('catalogue.check.silent.reason', { address: shortAddress(address), date: formatDay(since, visit.lang) }),
          })),
          ...(table && broken > 0
            ? [
                {
                  kind: 'warn' as const,
                  title: t('catalogue.check.rows.bad'),
                  reason: t('catalogue.check.rows.bad.reason', {
                    count: broken,
                    name: table.file.name,
                    line: table.preview.faults[0]?.line ?? 0,
                  }),
                },
              ]
            : []),
        ]}
      />
      <p class="alm-small">
        {resource.source
          ? t('catalogue.dataset.imported', {
              source: resource.source.replace(/^.*\//, ''),
              date: formatDay(resource.changedAt.toISOString(), visit.lang),
            })
          : t('catalogue.dataset.own', { date: formatDay(resource.changedAt.toISOString(), visit.lang) })}{' '}
        <a href={visit.to(routes.quality, { slug: resource.slug })}>{t('catalogue.dataset.metadata.how')}</a>
      </p>
    </Section>
  )
}
