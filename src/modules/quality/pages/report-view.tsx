import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Progress } from '#ui/components/progress/progress.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { bounds } from '../model/check.ts'
import { countOf, type Report, type ReportGroup, type ReportPlace, type Severity } from '../model/report.ts'
import { routes } from '../routes.ts'
import type { Check } from '../store/check-store.ts'
import { faultWords, kindOf, nameOf, tongueOf, wordsOf } from './report-words.ts'

const shownPlaces = 10
const listedPlaces = 200

const isAddress = (text: string) => /^https?:\/\//i.test(text) && !text.startsWith('https://relative.invalid/')

function Place({ place, report, visit }: { readonly place: ReportPlace; readonly report: Report; readonly visit: Visit }) {
  const iri = place.dataset
  const title = (iri && report.titles[iri]) || iri || visit.t('quality.report.loose')
  return (
    <>
      {iri && isAddress(iri) ? (
        <a href={iri} rel="nofollow noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
    </>
  )
}

/** Records that have a fault, each once. */
function Places({ group, report, visit }: { readonly group: ReportGroup; readonly report: Report; readonly visit: Visit }) {
  const { t } = visit
  const places = [...Map.groupBy(group.places, (one) => one.dataset).values()].flatMap((some) => some.slice(0, 1))
  const list = (some: readonly ReportPlace[]) => (
    <ul>
      {some.map((place) => (
        <li key={String(place.dataset)} class="quality-address">
          <Place place={place} report={report} visit={visit} />
        </li>
      ))}
    </ul>
  )
  const rest = places.slice(shownPlaces, listedPlaces)
  const unlisted = group.records - Math.min(places.length, listedPlaces)
  return (
    <Disclosure title={t('quality.report.records', { count: group.records })} open={group.records <= 3}>
      {list(places.slice(0, shownPlaces))}
      {rest.length > 0 && <Disclosure title={t('quality.report.more', { count: rest.length })}>{list(rest)}</Disclosure>}
      {unlisted > 0 && <p class="alm-small">{t('quality.report.unlisted', { count: unlisted })}</p>}
    </Disclosure>
  )
}

function Group({ group, report, visit }: { readonly group: ReportGroup; readonly report: Report; readonly visit: Visit }) {
  const { t } = visit
  const { what, why, how } = wordsOf(group, tongueOf(visit))
  return (
    <article class="quality-group">
      <h3>{what}</h3>
      <p class="alm-meta">
        <Status kind={kindOf[group.severity]}>{t(`quality.severity.${group.severity}`)}</Status>
        <span>{t('quality.report.times', { count: group.count })}</span>
      </p>
      <p>{why}</p>
      <p>
        <strong>{t('quality.report.how')}</strong> {how}
      </p>
      {group.values.length > 1 && (
        <p class="quality-address">
          {t('quality.report.values')} {group.values.map(([value, count]) => `„${value}“ (${count})`).join(', ')}
        </p>
      )}
      <Places group={group} report={report} visit={visit} />
    </article>
  )
}

const severities: readonly Severity[] = ['Violation', 'Warning', 'Info']

export function Findings({ report, visit }: { readonly report: Report; readonly visit: Visit }) {
  const { t } = visit
  return (
    <>
      {severities.map((severity) => {
        const groups = report.groups.filter((group) => group.severity === severity)
        return groups.length === 0 ? null : (
          <Section
            key={severity}
            id={t(`quality.severity.${severity}.id`)}
            title={t(`quality.severity.${severity}.many`)}
            note={t(`quality.severity.${severity}.note`)}
          >
            {groups.map((group) => (
              <Group
                key={[group.constraint, group.path, group.targetType, group.valueKind].join()}
                group={group}
                report={report}
                visit={visit}
              />
            ))}
          </Section>
        )
      })}
    </>
  )
}

const frame = (visit: Visit, title: string, body: View['body']): View => ({
  title,
  area: 'data',
  robots: 'noindex',
  secret: true,
  crumbs: [{ label: visit.t('quality.check.title'), href: visit.to(routes.checkForm) }, { label: title }],
  body,
})

function About({ check, visit }: { readonly check: Check; readonly visit: Visit }) {
  const { t } = visit
  return (
    <Section title={t('quality.report.about')} id="ueber">
      <Facts
        facts={[
          { name: t('quality.report.checked'), value: <span class="quality-address">{nameOf(check, visit)}</span> },
          { name: t('quality.report.profile'), value: t(`quality.profile.${check.profile}`) },
        ]}
      />
      <p class="alm-small">{t('quality.report.kept', { hours: bounds.hours })}</p>
    </Section>
  )
}

/** The report: what came of it in one sentence, then what is wrong, gravest first, with the records that have it. */
export function reportView(visit: Visit, token: string, check: Check, report: Report): View {
  const { t } = visit
  const [violations, warnings, infos] = severities.map((severity) => countOf(report, severity)) as [number, number, number]
  const params = { whole: report.whole, count: report.records, profile: t(`quality.profile.${check.profile}`) }
  const title = violations === 0 ? t('quality.report.title.good', params) : t('quality.report.title', params)
  const kinds = report.groups.filter((group) => group.severity === 'Violation').length
  const lead = [
    violations > 0 ? t('quality.report.lead', { count: kinds, violations }) : t('quality.report.lead.good'),
    t('quality.report.lead.rest', { warnings, infos }),
  ].join(' ')
  return frame(
    visit,
    title,
    <>
      <Head
        pre={t('quality.report.pre', { name: nameOf(check, visit) })}
        title={title}
        lead={lead}
        onPage={[
          ...severities
            .filter((severity) => countOf(report, severity) > 0)
            .map((severity) => ({
              href: `#${t(`quality.severity.${severity}.id`)}`,
              text: `${t(`quality.severity.${severity}.many`)} (${countOf(report, severity)})`,
            })),
          { href: '#ueber', text: t('quality.report.about') },
        ]}
        t={t}
      >
        <Actions>
          <Button text={t('quality.report.csv')} href={visit.to(routes.reportCsv, { token })} />
          <a class="alm-link" href={visit.to(routes.reportJson, { token })}>
            {t('quality.report.json')}
          </a>
          <a
            class="alm-link"
            href={visit.to(routes.checkForm, {}, { profil: check.profile, adresse: check.address ?? undefined })}
          >
            {t('quality.report.again')}
          </a>
        </Actions>
      </Head>
      {report.left > 0 && (
        <Message kind="warning" title={t('quality.report.left', { count: report.left })} t={t}>
          {t('quality.report.left.how', { records: bounds.records, seconds: bounds.judgeSeconds })}
        </Message>
      )}
      <Findings report={report} visit={visit} />
      <About check={check} visit={visit} />
    </>,
  )
}

/** While it waits or works: how far it is; the page looks again by itself. */
export function waitingView(visit: Visit, token: string, check: Check): View {
  const { t } = visit
  const title = t('quality.check.working', { name: nameOf(check, visit) })
  return frame(
    visit,
    title,
    <>
      <Head title={title} t={t} />
      <Progress
        title={check.total > 0 ? t('quality.check.progress', { done: check.done, total: check.total }) : t('quality.check.waits')}
        done={check.done}
        total={Math.max(1, check.total)}
        note={t('quality.check.progress.note', { hours: bounds.hours })}
        t={t}
      />
      <LinkList links={[{ href: visit.to(routes.report, { token }), text: t('quality.check.reload') }]} />
    </>,
  )
}

/** It could not be judged: why, and the way back. */
export function failedView(visit: Visit, check: Check): View {
  const { t } = visit
  const title = t('quality.check.failed')
  return frame(
    visit,
    title,
    <>
      <Head pre={t('quality.report.pre', { name: nameOf(check, visit) })} title={title} t={t}>
        <Message kind="danger" title={check.fault ? faultWords(check.fault, visit) : title} t={t} />
        <Actions>
          <Button
            text={t('quality.report.again')}
            href={visit.to(routes.checkForm, {}, { profil: check.profile, adresse: check.address ?? undefined })}
          />
        </Actions>
      </Head>
      <About check={check} visit={visit} />
    </>,
  )
}
