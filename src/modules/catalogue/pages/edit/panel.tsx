import { formatMoment } from '#kernel/clock.ts'
import type { Visit } from '#platform/http'
import { type CheckGroup, CheckPanel } from '#ui/components/check-panel/check-panel.tsx'
import type { DraftCheck, Lack } from '../../use-cases/edit/check-draft.ts'
import { type DraftLinks, draftLinks } from './draft-links.ts'
import type { Faulty, FormField } from './field.ts'
import { findingLines, type ShapeLines, shapeLinesOf } from './finding-lines.ts'
import { codeOfLack, placeOfLack, placeOfTrace } from './lack-places.ts'
import type { OpenDraft } from './open-draft.ts'
import { stepsOf } from './record-fields.ts'

const lines = (lacks: readonly Lack[], links: DraftLinks, visit: Visit) =>
  lacks.map((lack) => ({
    title: visit.t(`catalogue.lack.${lack.id}`),
    href: links.mend(placeOfLack(lack)),
    code: codeOfLack(lack),
  }))

/** The fields of a record that say something already, by their step. */
function filled(open: OpenDraft, links: DraftLinks, visit: Visit) {
  return stepsOf(open.draft.kind).flatMap((step) =>
    step.fields
      .filter((field: FormField<OpenDraft['draft']['record']>) => field.get(open.draft.record).length > 0)
      .map((field) => ({
        title: visit.t(`catalogue.edit.${field.name}`),
        href: `${links.step(step.id)}#${field.name}`,
        code: field.property,
      })),
  )
}

/** In one sentence: how many mandatory things are missing, else what the official shapes do not let through. */
export const verdictOf = (check: DraftCheck, { t }: Pick<Visit, 't'>): string => {
  const missing = check.lacks.filter((lack) => lack.level === 'must').length + check.persons.length
  if (missing > 0) return t('catalogue.edit.panel.missing', { count: missing })
  const { violations } = shapeLinesOf(check)
  return violations.length > 0 ? t('catalogue.shapes.verdict', { count: violations.length }) : t('catalogue.edit.panel.complete')
}

/** Whether something stands in the way that can be mended in the form. */
export const isBad = (check: DraftCheck): boolean =>
  check.persons.length > 0 || check.lacks.some((lack) => lack.level === 'must') || shapeLinesOf(check).violations.length > 0

/** What the official shapes found beyond that, as groups of a panel. Without links where nobody may follow them. */
export const shapeGroups = (
  { violations, advice }: ShapeLines,
  draft: OpenDraft['draft'],
  links: DraftLinks | undefined,
  { t, lang }: Pick<Visit, 't' | 'lang'>,
): CheckGroup[] => [
  ...(violations.length > 0
    ? [{ title: t('catalogue.shapes.mend'), kind: 'bad' as const, checks: findingLines(violations, draft, links, lang) }]
    : []),
  ...(advice.length > 0
    ? [
        {
          title: t('catalogue.shapes.advice', { count: advice.length }),
          kind: 'warn' as const,
          checks: findingLines(advice, draft, links, lang),
        },
      ]
    : []),
]

/** What DCAT-AP.de still misses, each with the way to its field, and the record as Turtle. */
export function DraftPanel({
  open,
  visit,
  turtle,
  unsaved = [],
}: {
  readonly open: OpenDraft
  readonly visit: Visit
  readonly turtle: string
  readonly unsaved?: readonly Faulty[]
}) {
  const { check, draft } = open
  const { t } = visit
  const links = draftLinks(visit, draft.id)
  const must = check.lacks.filter((lack) => lack.level === 'must')
  const advice = check.lacks.filter((lack) => lack.level === 'should')
  const persons = check.persons.map((trace) => ({
    title: t(`catalogue.lack.person.${trace.kind}`),
    href: links.mend(placeOfTrace(trace)),
    reason: trace.value,
  }))
  const lacking = must.length + persons.length > 0
  const shapes = shapeLinesOf(check)
  const note = t('catalogue.edit.panel.note', { time: formatMoment(draft.changedAt, t.lang, 'time') })
  return (
    <CheckPanel
      title={t('catalogue.edit.panel.title')}
      kind={isBad(check) ? 'bad' : 'ok'}
      verdict={verdictOf(check, visit)}
      note={check.waits ? `${note} ${t('catalogue.shapes.waits')}` : note}
      groups={[
        ...(unsaved.length > 0
          ? [
              {
                title: t('catalogue.edit.panel.unsaved', { count: unsaved.length }),
                kind: 'warn' as const,
                checks: unsaved.map((fault) => ({ title: t(`catalogue.edit.${fault.field}`), href: `#${fault.field}` })),
              },
            ]
          : []),
        ...(lacking ? [{ kind: 'bad' as const, checks: [...lines(must, links, visit), ...persons] }] : []),
        ...shapeGroups(shapes, draft, links, visit),
        ...(advice.length > 0
          ? [
              {
                title: t('catalogue.edit.panel.advice', { count: advice.length }),
                kind: 'warn' as const,
                checks: lines(advice, links, visit),
              },
            ]
          : []),
      ]}
      fine={filled(open, links, visit)}
      source={{ title: t('catalogue.edit.panel.source'), text: turtle }}
      t={t}
    />
  )
}
