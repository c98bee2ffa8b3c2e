import type { View, Visit } from '#platform/http'
import { say, titleOf } from '#standards/dcat-ap-de'
import { bandOf, bestOf, dimensions, type Point, pointsOf, total } from '#standards/mqa'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Checks, Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import type { ImportNote, StoredResource } from '../../store/catalogue-store.ts'
import type { Quality, QualityFinding } from '../../store/tables.ts'
import { triedOf } from '../../use-cases/assess-quality.ts'
import { distributionsOf } from '../../use-cases/search-document.ts'
import { explain } from '../../validation/explain.ts'
import { checkWords } from './check-words.ts'
import { crumbsOf } from './dataset-page.tsx'
import { formatName } from './file-format.ts'

export interface MetadataPage {
  resource: StoredResource
  quality: Quality
  notes: readonly ImportNote[]
  turtle: string
}

/** The name of the distribution a finding speaks of; the record's own findings come first. */
function placeOf(node: string | undefined, page: MetadataPage, visit: Visit): string {
  const one = distributionsOf(page.resource.record).find((each) => each.uri === node)
  if (!one) return visit.t('catalogue.record.finding.record')
  return visit.t('catalogue.record.finding.file', { name: say(one.title, visit.lang) || formatName(one.format) || one.uri })
}

const worse = { Violation: 0, Warning: 1, Info: 2 } as const

function Findings({ page, visit }: { readonly page: MetadataPage; readonly visit: Visit }) {
  const { t } = visit
  const { findings } = page.quality
  if (!findings) return <Empty title={t('catalogue.record.rules.unknown')} reason={t('catalogue.record.rules.unknown.reason')} />
  if (findings.length === 0) return <p>{t('catalogue.record.rules.none')}</p>
  const groups = Map.groupBy(
    [...findings].sort((a, b) => worse[a.severity] - worse[b.severity]),
    (one) => placeOf(one.node, page, visit),
  )
  return [...groups].map(([place, some]) => (
    <div key={place} class="alm-stack">
      <h3>{place}</h3>
      <Checks t={t} checks={once(some, visit)} />
    </div>
  ))
}

/** Findings in words; what several values cause alike is said once. */
function once(findings: readonly QualityFinding[], visit: Visit) {
  const lang = visit.lang === 'en' ? 'en' : 'de'
  const said = new Map<string, { kind: 'bad' | 'warn' | 'idle'; title: string; reason: string }>()
  for (const one of findings) {
    const { what, why, how } = explain(
      {
        dataset: null,
        node: one.node ?? '',
        target: one.node ?? '',
        targetType: null,
        path: one.path || null,
        severity: one.severity,
        shape: '',
        constraint: one.constraint,
        value: one.value ?? null,
        valueKind: null,
      },
      lang,
    )
    const kind = one.severity === 'Violation' ? 'bad' : one.severity === 'Warning' ? 'warn' : 'idle'
    if (!said.has(what)) said.set(what, { kind, title: what, reason: `${why} ${how}` })
  }
  return [...said.values()]
}

interface NoteLine {
  note: ImportNote
  times: number
}

const shownNotes = 20

/** Repairs made alike at several places stand in one line. */
function linesOf(notes: readonly ImportNote[]): NoteLine[] {
  const lines = new Map<string, NoteLine>()
  for (const note of notes) {
    const key = JSON.stringify([note.kind, note.property, note.from, note.to, note.reason])
    const line = lines.get(key)
    if (line) line.times++
    else lines.set(key, { note, times: 1 })
  }
  return [...lines.values()]
}

function Notes({ notes, visit }: { readonly notes: readonly ImportNote[]; readonly visit: Visit }) {
  const { t } = visit
  const short = (text: string | undefined | null) =>
    text && text.length > 160 ? `${text.slice(0, 160)} …` : text || t('catalogue.record.note.nothing')
  const columns = [
    {
      title: t('catalogue.record.note.property'),
      cell: ({ note, times }: NoteLine) =>
        `${note.property ?? ''}${times > 1 ? ` (${t('catalogue.record.note.times', { count: times })})` : ''}`,
    },
    {
      title: t('catalogue.record.note.from'),
      cell: ({ note }: NoteLine) => <span class="catalogue-address">{short(note.from)}</span>,
      named: true,
    },
    {
      title: t('catalogue.record.note.to'),
      cell: ({ note }: NoteLine) => (
        <span class="catalogue-address">
          {note.kind === 'kept' ? `${t('catalogue.record.note.kept')} ${note.reason ?? ''}` : short(note.to)}
        </span>
      ),
      named: true,
    },
  ]
  const lines = linesOf(notes)
  const table = (some: readonly NoteLine[]) => (
    <Table
      t={t}
      caption={t('catalogue.record.notes')}
      columns={columns}
      rows={some}
      rowKey={({ note }) => JSON.stringify(note)}
    />
  )
  return (
    <>
      {table(lines.slice(0, shownNotes))}
      {lines.length > shownNotes && (
        <Disclosure title={t('catalogue.record.note.more', { count: lines.length - shownNotes })}>
          {table(lines.slice(shownNotes))}
        </Disclosure>
      )}
    </>
  )
}

const pointWords = (one: Point): { status: 'ok' | 'bad' | 'idle'; word: string; text: string } =>
  one.earned === undefined
    ? { status: 'idle', word: 'open', text: 'open' }
    : one.earned
      ? { status: 'ok', word: 'yes', text: 'earned' }
      : { status: 'bad', word: 'no', text: 'lost' }

function Points({ page, visit }: { readonly page: MetadataPage; readonly visit: Visit }) {
  const { t } = visit
  const { record, links } = page.resource
  if (record.kind === 'service') return null
  const points = pointsOf(record, { violations: page.quality.violations, ...triedOf(links) })
  return dimensions.map((dimension) => {
    const some = points.filter((one) => one.dimension === dimension)
    const earned = some.reduce((sum, one) => sum + (one.earned ? one.weight : 0), 0)
    return (
      <div key={dimension} class="alm-stack">
        <h3>{t('catalogue.record.points.of', { name: t(`catalogue.mqa.${dimension}`), earned, all: bestOf(dimension) })}</h3>
        <ul class="alm-checks">
          {some.map((one) => {
            const { status, word, text } = pointWords(one)
            return (
              <li key={one.id}>
                <span class={`alm-status alm-status--${status}`} role="img" aria-label={t(`catalogue.record.points.${word}`)} />
                <p>
                  {t(`catalogue.mqa.${one.id}`)}{' '}
                  <span class="alm-muted">{t(`catalogue.record.points.${text}`, { count: one.weight })}</span>
                </p>
              </li>
            )
          })}
        </ul>
      </div>
    )
  })
}

const Turtle = ({ text, label }: { readonly text: string; readonly label: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section class="catalogue-turtle" tabIndex={0} aria-label={label}>
    <pre class="alm-code">{text}</pre>
  </section>
)

/** What is good and what is missing in the description of a dataset, each with its reason and the way to mend it. */
export function metadataView(page: MetadataPage, visit: Visit): View {
  const { t } = visit
  const { resource, quality, notes, turtle } = page
  const title = titleOf(resource.record, visit.lang)
  const passed = quality.checks.filter((check) => check.passed).length
  const findings = quality.findings?.length ?? 0
  const ids = { checks: 'pruefungen', points: 'punkte', rules: 'regeln', notes: 'uebernahme', turtle: 'turtle' }
  const lead = [
    quality.best > 0
      ? t('catalogue.record.lead', { count: passed, all: quality.checks.length, score: quality.score, best: total })
      : t('catalogue.record.lead.service', { count: passed, all: quality.checks.length }),
    quality.findings ? t('catalogue.record.lead.findings', { count: findings }) : '',
  ]
    .join(' ')
    .trim()
  return {
    title: t('catalogue.record.title', { title }),
    description: lead,
    area: 'data',
    crumbs: crumbsOf(resource, visit, t('catalogue.record.crumb')),
    body: (
      <>
        <Head
          t={t}
          title={t('catalogue.record.title', { title })}
          pre={t('catalogue.record.pre')}
          lead={lead}
          onPage={Object.entries(ids)
            .filter(([key]) => (key !== 'notes' || notes.length > 0) && (key !== 'points' || quality.best > 0))
            .map(([key, id]) => ({ href: `#${id}`, text: t(`catalogue.record.${key}`) }))}
        >
          <Actions>
            <Button href={visit.to(routes.dataset, { slug: `${resource.slug}.ttl` })} text={t('catalogue.record.take')} />
            <a class="alm-link" href={visit.to(routes.dataset, { slug: resource.slug })}>
              {t('catalogue.preview.back')}
            </a>
          </Actions>
        </Head>
        <Section title={t('catalogue.record.checks')} id={ids.checks}>
          <Checks t={t} checks={quality.checks.map((check) => checkWords(check, visit))} />
        </Section>
        <Section title={t('catalogue.record.rules')} id={ids.rules} note={t('catalogue.record.rules.note')}>
          {quality.violations !== undefined && (
            <p class="alm-meta">
              <Status kind={quality.violations > 0 ? 'bad' : 'ok'}>
                {t('catalogue.record.violations', { count: quality.violations })}
              </Status>
              <Status kind={(quality.warnings ?? 0) > 0 ? 'warn' : 'ok'}>
                {t('catalogue.record.warnings', { count: quality.warnings ?? 0 })}
              </Status>
            </p>
          )}
          <Findings page={page} visit={visit} />
        </Section>
        {quality.best > 0 && (
          <Section title={t('catalogue.record.points')} id={ids.points} note={t('catalogue.record.points.note')}>
            <p>
              {t('catalogue.record.points.sum', {
                score: quality.score,
                best: total,
                band: t(`catalogue.mqa.band.${bandOf(quality.score, quality.best)}`),
              })}{' '}
              {quality.best < total && t('catalogue.record.points.unasked', { count: total - quality.best })}
            </p>
            <Points page={page} visit={visit} />
          </Section>
        )}
        {notes.length > 0 && (
          <Section
            title={t('catalogue.record.notes')}
            id={ids.notes}
            note={
              resource.source ? t('catalogue.record.notes.source', { source: resource.source.replace(/^.*\//, '') }) : undefined
            }
          >
            <p>{t('catalogue.record.notes.sentence', { count: notes.length })}</p>
            <Notes notes={notes} visit={visit} />
          </Section>
        )}
        <Section title={t('catalogue.record.turtle')} id={ids.turtle}>
          <Turtle text={turtle} label={t('ui.table.scroll', { name: t('catalogue.record.turtle') })} />
        </Section>
      </>
    ),
  }
}
