import { formatMoment } from '#kernel/clock.ts'
import type { Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { VersionStep } from '#ui/components/version-step/version-step.tsx'
import type { PageChange } from '../../model/site-page-change.ts'
import { routes } from '../../routes.ts'
import type { StoredSitePage } from '../../store/site-contents-store.ts'
import type { PageStep } from '../../use-cases/site-page-history.ts'

export interface PageHistoryProps {
  readonly visit: Visit
  readonly page: StoredSitePage
  readonly steps: readonly PageStep[]
  /** Whether the first of them is what stands there now. */
  readonly newest: boolean
  /** Number before which older ones are found. */
  readonly older?: number
  readonly people: ReadonlyMap<string, string>
}

/** The value of a field as people say it. */
function inWords({ t }: Visit, field: PageChange['field'], value: PageChange['before']): string {
  if (field === 'published') return t(`identity.page.${value ? 'published' : 'draft'}`)
  if (field === 'place') return t(`identity.page.place.${value}`)
  if (field === 'lang') return t(`shell.lang.${value}`)
  return field === 'slug' ? `/seite/${value}` : String(value)
}

const label = ({ t }: Visit, field: PageChange['field']): string =>
  t(field === 'published' ? 'identity.page.state' : `identity.page.${field}`)

/** What a page of the tenant's own said before, with what was new each time and the way back. */
export function PageHistory({ visit, page, steps, newest, older, people }: PageHistoryProps) {
  const { t, lang } = visit
  const at = { page: page.id }
  return (
    <>
      <Head title={t('identity.page.history.title', { title: page.title })} lead={t('identity.page.history.lead')} t={t} />
      {steps.length === 0 && (
        <Empty level="h2" title={t('identity.page.history.none')} reason={t('identity.page.history.none.reason')} />
      )}
      {steps.map((step, i) => {
        const current = newest && i === 0
        const who = (step.savedBy && people.get(step.savedBy)) || t('identity.page.history.unknown')
        return (
          <VersionStep
            key={step.number}
            number={step.number}
            current={current}
            made={`${formatMoment(step.savedAt, lang, 'table')}, ${who}`}
            changes={step.changes.map(({ field, before, after }) => ({
              name: field,
              label: label(visit, field),
              before: inWords(visit, field, before),
              after: inWords(visit, field, after),
            }))}
            restore={
              current
                ? undefined
                : {
                    action: visit.to(routes.restoreSitePage, at),
                    text: t('identity.page.history.restore', { number: String(step.number) }),
                    hidden: { version: page.version },
                  }
            }
            t={t}
          />
        )
      })}
      {older !== undefined && (
        <p>
          <a class="alm-link" href={visit.to(routes.sitePageHistory, at, { vor: String(older) })}>
            {t('identity.page.history.older')}
          </a>
        </p>
      )}
    </>
  )
}
