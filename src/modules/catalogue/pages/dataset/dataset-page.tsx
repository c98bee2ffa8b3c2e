import type { View, Visit } from '#platform/http'
import { publisherOf, say, titleOf } from '#standards/dcat-ap-de'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Link } from '#ui/vocabulary.ts'
import { routes } from '../../routes.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import { mediaTypes } from '../../use-cases/export-catalogue.ts'
import { RemarksSection } from '../remark/remarks-section.tsx'
import { DetailsSection } from './details-section.tsx'
import { FilesSection } from './files-section.tsx'
import type { DatasetPage } from './gather.ts'
import { DatasetHead, foreignLang } from './head-section.tsx'
import { PreviewSection } from './preview-section.tsx'
import { leadOf, Prose } from './prose.tsx'
import { QualitySection } from './quality-section.tsx'
import { ElsewhereSection, MembersSection, ServiceSection } from './related-sections.tsx'
import { schemaOrg } from './schema-org.ts'
import { UseSection } from './use-section.tsx'

const longText = 1500

/** What the description says beyond the lead. */
function DescriptionSection({ page, visit }: { readonly page: DatasetPage; readonly visit: Visit }) {
  const text = say(page.record.description, visit.lang)
  const { rest } = leadOf(text)
  if (!rest) return null
  const lang = foreignLang(page.record.description, text, visit.lang)
  const cut =
    rest.length > longText ? Math.max(rest.lastIndexOf('\n\n', longText), rest.lastIndexOf('. ', longText) + 1, 400) : rest.length
  return (
    <Section title={visit.t('catalogue.dataset.section.description')} id="beschreibung">
      <Prose text={rest.slice(0, cut)} lang={lang} />
      {cut < rest.length && (
        <Disclosure title={visit.t('catalogue.dataset.description.more')}>
          <Prose text={rest.slice(cut)} lang={lang} />
        </Disclosure>
      )}
    </Section>
  )
}

/** Jumps to the sections that this page has. */
function jumps(page: DatasetPage, visit: Visit): Link[] {
  const { record } = page
  const service = record.kind === 'service'
  const entries: readonly (readonly [id: string, key: string, there: boolean])[] = [
    ['beschreibung', 'description', leadOf(say(record.description, visit.lang)).rest !== ''],
    ['vorschau', 'preview', Boolean(page.table ?? page.map)],
    ['zugang', 'endpoint', service],
    ['datensaetze', 'served', service],
    ['staende', 'members', record.kind === 'series'],
    ['dateien', 'files', !service && (record.kind !== 'series' || page.files.length > 0)],
    ['stand', 'quality', true],
    ['nutzen', 'use', true],
    ['anmerkungen', 'remarks', true],
    ['angaben', 'details', true],
    ['staende', 'states', record.kind === 'dataset' && page.members.length > 1],
    ['anderswo', 'elsewhere', page.elsewhere !== undefined],
  ]
  return entries
    .filter(([, , there]) => there)
    .map(([id, key]) => ({ href: `#${id}`, text: visit.t(`catalogue.dataset.section.${key}`) }))
}

/** The way here: the list of data, then this record. */
export const crumbsOf = (resource: StoredResource, visit: Visit, last?: string) => {
  const title = titleOf(resource.record, visit.lang)
  return [
    { label: visit.t('catalogue.nav.data'), href: visit.to(routes.search) },
    last === undefined ? { label: title } : { label: title, href: visit.to(routes.dataset, { slug: resource.slug }) },
    ...(last === undefined ? [] : [{ label: last }]),
  ]
}

/** What stands on the page of a record, without the frame around it. */
export function datasetBody(page: DatasetPage, visit: Visit) {
  const address = visit.address(visit.site, routes.dataset, { slug: page.resource.slug })
  const series = page.record.kind === 'series'
  return (
    <>
      <DatasetHead page={page} visit={visit} onPage={jumps(page, visit)} />
      <DescriptionSection page={page} visit={visit} />
      <PreviewSection page={page} visit={visit} />
      <ServiceSection page={page} visit={visit} />
      {series && <MembersSection page={page} visit={visit} />}
      <FilesSection page={page} visit={visit} />
      <QualitySection page={page} visit={visit} />
      <UseSection page={page} visit={visit} address={address} />
      <RemarksSection remarks={page.remarks} slug={page.resource.slug} visit={visit} />
      <DetailsSection page={page} visit={visit} />
      {!series && <MembersSection page={page} visit={visit} />}
      <ElsewhereSection page={page} visit={visit} />
    </>
  )
}

/** The page of a dataset, a series or a data service. */
export function datasetView(page: DatasetPage, visit: Visit): View {
  const { record, resource } = page
  const title = titleOf(record, visit.lang)
  const publisher = publisherOf(record, visit.lang)
  const address = visit.address(visit.site, routes.dataset, { slug: resource.slug })
  const { lead } = leadOf(say(record.description, visit.lang))
  return {
    title: publisher && !title.includes(publisher) ? `${title}, ${publisher}` : title,
    description: (lead || visit.t('catalogue.dataset.description.none')).slice(0, 300),
    area: 'data',
    crumbs: crumbsOf(resource, visit),
    alternates: Object.entries(mediaTypes).map(([suffix, type]) => ({
      type,
      href: visit.address(visit.site, routes.dataset, { slug: `${resource.slug}.${suffix}` }),
    })),
    jsonLd: [schemaOrg(page, visit, address)],
    islands: ['copy', 'share'],
    body: datasetBody(page, visit),
  }
}
