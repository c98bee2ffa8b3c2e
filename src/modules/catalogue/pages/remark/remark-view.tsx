import type { View, Visit } from '#platform/http'
import { say, titleOf } from '#standards/dcat-ap-de'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { SelectField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { answerDays, type RequestFault } from '../../model/request.ts'
import { routes } from '../../routes.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import type { SlowDown } from '../../use-cases/requests/slow-down.ts'
import { distributionsOf } from '../../use-cases/search-document.ts'
import { formatName } from '../dataset/file-format.ts'
import { DraftFields, faultLines, type Typed } from '../wishes/draft-fields.tsx'

/** Names of a record's files, as a remark names them. */
export const fileNames = (resource: StoredResource, lang: string): string[] => [
  ...new Set(
    distributionsOf(resource.record)
      .map((one) => say(one.title, lang) || formatName(one.format) || '')
      .filter((name) => name !== '')
      .map((name) => name.slice(0, 100)),
  ),
]

/** "Diese Zahl stimmt nicht": what, where, and whom to tell. */
export function remarkView(
  visit: Visit,
  resource: StoredResource,
  typed: Typed,
  faults: readonly RequestFault[],
  slow?: SlowDown,
): View {
  const { t, lang, site } = visit
  const title = titleOf(resource.record, lang)
  const files = fileNames(resource, lang)
  return {
    title: t('catalogue.remark.title', { title }),
    robots: 'noindex, follow',
    area: 'data',
    crumbs: [
      { label: t('catalogue.nav.data'), href: visit.to(routes.search) },
      { label: title, href: visit.to(routes.dataset, { slug: resource.slug }) },
      { label: t('catalogue.remark.name') },
    ],
    islands: slow ? puzzleIslands : [],
    body: (
      <>
        <Head
          pre={title}
          title={t('catalogue.remark.heading')}
          lead={t('catalogue.remark.lead', { name: site.name, days: answerDays })}
          t={t}
        />
        <ErrorSummary faults={faultLines(visit, faults)} t={t} />
        <form class="alm-form" method="post" action={visit.to(routes.sendRemark, { slug: resource.slug })} noValidate>
          {files.length > 1 && (
            <SelectField
              id="file"
              name="file"
              optional
              label={t('catalogue.remark.field.file')}
              value={typed.file ?? ''}
              options={[
                { value: '', label: t('catalogue.remark.field.file.any') },
                ...files.map((name) => ({ value: name, label: name })),
              ]}
              t={t}
            />
          )}
          <DraftFields kind="remark" typed={typed} faults={faults} visit={visit} />
          <p class="alm-small">
            {t('catalogue.request.public')} <a href={visit.to(routes.rules)}>{t('catalogue.rules.link')}</a>
          </p>
          {slow && <Puzzle {...slow} email={visit.site.contact.email} t={t} />}
          <Actions>
            <Button text={t('catalogue.remark.send')} />
          </Actions>
        </form>
      </>
    ),
  }
}
