import type { View, Visit } from '#platform/http'
import { Section } from '#ui/components/section/section.tsx'
import { routes } from '../../routes.ts'
import { datasetBody } from '../dataset/dataset-page.tsx'
import type { DatasetPage } from '../dataset/gather.ts'
import { draftLinks } from './draft-links.ts'
import type { OpenDraft } from './open-draft.ts'
import { titleOfDraft } from './step-view.tsx'

/** A draft as visitors will see it, and beside it as programs read it. */
export function previewView(open: OpenDraft, page: DatasetPage, turtle: string, visit: Visit): View {
  const { t } = visit
  const title = titleOfDraft(open, visit)
  return {
    title: t('catalogue.edit.preview.title', { title }),
    frame: 'staff',
    area: 'entries',
    // The inner page is drawn with the styles of the public one.
    crumbs: [
      { label: t('catalogue.entries.title'), href: visit.to(routes.entries) },
      { label: title, href: draftLinks(visit, open.draft.id).step('beschreibung') },
      { label: t('catalogue.edit.preview') },
    ],
    body: (
      <>
        <p class="alm-note alm-note--warn">
          {t('catalogue.edit.preview.lead')}{' '}
          <a href={draftLinks(visit, open.draft.id).step(open.writable ? 'beschreibung' : 'abgeben')}>
            {t('catalogue.edit.preview.back')}
          </a>
        </p>
        <div class="catalogue-preview">
          <div class="catalogue-preview__page">{datasetBody(page, visit)}</div>
          <Section title={t('catalogue.edit.preview.rdf')} id="turtle">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
            <pre class="alm-code catalogue-preview__rdf" tabIndex={0}>
              {turtle}
            </pre>
          </Section>
        </div>
      </>
    ),
  }
}
