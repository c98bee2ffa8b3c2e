import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextArea } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import { formatOf } from '../../known-formats.ts'
import type { ReportFigures } from '../../model/report/figures.ts'
import { longestText, type ReportPlace, type ReportTexts, reportPlaces } from '../../model/report/texts.ts'
import { routes } from '../../routes.ts'
import type { OpenDataset, ReportVersion } from '../../store/report-store.ts'
import { leadOf } from '../report/gather.ts'
import { type ReportSubject, reportLinks, reportTitle } from '../report/report-subject.ts'
import type { StorySection } from '../report/story.ts'
import { Remark, StoryView } from '../report/story-view.tsx'
import { staffFrame, staffTabs } from '../staff-procedure.ts'
import { DatasetSection } from './dataset-section.tsx'

/** A report as staff sees it before it is published. */
export interface Desk {
  readonly subject: ReportSubject
  readonly figures: ReportFigures
  readonly sections: readonly StorySection[]
  readonly versions: readonly ReportVersion[]
  readonly texts: ReportTexts
  readonly revision: number
  readonly dataset?: OpenDataset | undefined
  readonly datasetPath?: string | undefined
  /** Path of the draft of the dataset that needs somebody. */
  readonly draft?: string
  readonly said?: string | undefined
  /** What came back unsaved. */
  readonly typed?: ReportTexts
  readonly tooLong?: readonly ReportPlace[]
  readonly conflict?: boolean
}

const warnings: ReadonlySet<string> = new Set(['daten-leer', 'daten-arbeit', 'daten-fehlt', 'daten-recht'])

function Texts({ desk, action, visit }: { readonly desk: Desk; readonly action: string; readonly visit: Visit }) {
  const { t } = visit
  const shown = desk.typed ?? desk.texts
  return (
    <form class="alm-form" method="post" action={action} noValidate>
      <input type="hidden" name="revision" value={String(desk.revision)} />
      {desk.subject.year && <input type="hidden" name="jahr" value={String(desk.subject.year)} />}
      {reportPlaces.map((place) => (
        <TextArea
          key={place}
          id={place}
          name={place}
          label={t(`participation.desk.place.${place}`)}
          {...(place === 'intro' ? { help: t('participation.desk.markdown') } : {})}
          value={shown[place] ?? ''}
          error={
            desk.tooLong?.includes(place)
              ? t('participation.desk.long', { place: t(`participation.desk.place.${place}`) })
              : undefined
          }
          rows={place === 'intro' ? 5 : 3}
          maxLength={longestText}
          optional
          t={t}
        />
      ))}
      <Button kind="secondary" text={t('participation.desk.save')} name="tat" value="speichern" />
    </form>
  )
}

/** The desk of a report: publish, write around the figures, the open dataset, and what it will look like. */
export function reportDeskView(visit: Visit, desk: Desk): View {
  const { t, lang } = visit
  const { subject, versions } = desk
  const { procedure } = subject
  const action = procedure ? visit.to(routes.changeReport, { id: procedure.id }) : visit.to(routes.changeYear)
  const publishes = visit.may('participation/publish')
  const title = reportTitle(subject, visit)
  const frame = procedure
    ? staffFrame(visit, procedure, 'report')
    : {
        title,
        robots: 'noindex',
        frame: 'staff' as const,
        area: 'accounts',
        crumbs: [{ label: t('participation.accounts.title'), href: visit.to(routes.staffAccounts) }, { label: title }],
      }
  return {
    ...frame,
    body: (
      <>
        {desk.said && (
          <Message
            kind={warnings.has(desk.said) ? 'warning' : desk.said === 'daten-pruefen' ? 'info' : 'success'}
            title={t(`participation.desk.said.${desk.said}`)}
            live
            t={t}
          >
            {desk.draft && (
              <a class="alm-link" href={desk.draft}>
                {t('participation.desk.draft')}
              </a>
            )}
          </Message>
        )}
        {desk.conflict && <Message kind="danger" title={t('participation.desk.conflict')} live t={t} />}
        <ErrorSummary
          faults={(desk.tooLong ?? []).map((place) => ({
            field: place,
            text: t('participation.desk.long', { place: t(`participation.desk.place.${place}`) }),
          }))}
          t={t}
        />
        <Head pre={title} title={t('participation.desk.title')} lead={leadOf(desk.figures, visit)} t={t}>
          {publishes && (
            <form method="post" action={action}>
              {subject.year && <input type="hidden" name="jahr" value={String(subject.year)} />}
              <Button
                text={t(versions.length > 0 ? 'participation.desk.publish.again' : 'participation.desk.publish')}
                name="tat"
                value="veroeffentlichen"
              />
            </form>
          )}
          <p class="alm-small">{t('participation.desk.note')}</p>
        </Head>
        {procedure && <Tabs {...staffTabs(visit, procedure, 'report')} />}
        <Section title={t('participation.report.versions')} id="fassungen">
          {versions.length === 0 ? (
            <p>{t('participation.desk.never')}</p>
          ) : (
            <LinkList
              links={versions.map((one) => ({
                href: reportLinks(subject, visit).page(one === versions[0] ? {} : { fassung: one.number }),
                text: t('participation.report.version', {
                  number: String(one.number),
                  when: formatMoment(one.publishedAt, lang, 'text'),
                }),
              }))}
            />
          )}
        </Section>
        {procedure && !formatOf(procedure.format)?.ownTables && (
          <DatasetSection procedure={procedure} dataset={desk.dataset} path={desk.datasetPath} visit={visit} />
        )}
        {publishes && (
          <Section title={t('participation.desk.texts')} id="texte" note={t('participation.desk.texts.note')}>
            <Texts desk={desk} action={action} visit={visit} />
          </Section>
        )}
        <Section title={t('participation.desk.preview')} id="vorschau" note={t('participation.desk.preview.note')}>
          <Remark text={desk.texts.intro} />
          <p>{leadOf(desk.figures, visit)}</p>
        </Section>
        <StoryView sections={desk.sections} texts={desk.texts} visit={visit} />
      </>
    ),
  }
}
