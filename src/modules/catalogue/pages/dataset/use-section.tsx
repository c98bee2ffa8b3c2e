import type { Visit } from '#platform/http'
import { labelOf, licences as listed, say } from '#standards/dcat-ap-de'
import { Copy } from '#ui/components/copy/copy.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Share } from '#ui/components/share/share.tsx'
import { distributionsOf } from '../../use-cases/search-document.ts'
import type { DatasetPage } from './gather.ts'
import { attribution, licenceWords } from './licence-words.ts'
import { Linked } from './prose.tsx'
import { whomToAsk } from './safe-address.ts'

/** What one may do with the data, how to name the source, how to pass the page on. */
export function UseSection({
  page,
  visit,
  address,
}: {
  readonly page: DatasetPage
  readonly visit: Visit
  readonly address: string
}) {
  const { t, lang } = visit
  const { record } = page
  const licences = licenceWords(record, lang)
  const rights = [
    ...new Set(
      [record, ...distributionsOf(record)]
        .flatMap((one) => one.rights)
        // A right that only repeats the licence says nothing new.
        .filter((right) => right.uri === undefined || listed.get(right.uri) === undefined)
        .map((right) => say(right.label ?? [], lang) || right.uri || '')
        .filter((text) => text !== ''),
    ),
  ]
  const mail = whomToAsk(record, visit)
  const access = record.accessRights && !record.accessRights.endsWith('/PUBLIC') ? labelOf(record.accessRights, lang) : undefined
  return (
    <Section title={t('catalogue.dataset.section.use')} id="nutzen">
      {licences.length === 0 && record.kind === 'series' && page.files.length === 0 && (
        <p>{t('catalogue.dataset.licence.series')}</p>
      )}
      {licences.length === 0 && !(record.kind === 'series' && page.files.length === 0) && (
        <Note kind="warn">
          <p>
            <strong>{t('catalogue.dataset.licence.none')}</strong> {t('catalogue.dataset.licence.none.ask')}{' '}
            <a class="alm-link" href={`mailto:${mail}`}>
              {mail}
            </a>
          </p>
        </Note>
      )}
      {licences.map((licence) => (
        <div key={licence.name}>
          <p>
            <strong>{licence.meaning ?? t('catalogue.dataset.licence.unknown')}</strong>
          </p>
          <p class="alm-small">
            {t('catalogue.dataset.licence')}: {licence.href ? <a href={licence.href}>{licence.name}</a> : licence.name}
          </p>
        </div>
      ))}
      {access && <p>{t('catalogue.dataset.access', { access })}</p>}
      {rights.map((text) => (
        <p class="alm-small" key={text}>
          <Linked text={text} />
        </p>
      ))}
      <h3>{t('catalogue.dataset.cite')}</h3>
      <Copy t={t} label={t('catalogue.dataset.cite')} text={attribution(record, visit, address)} />
      <Share t={t} title={say(record.title, lang)} url={address} />
    </Section>
  )
}
