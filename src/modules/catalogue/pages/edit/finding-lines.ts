import type { PanelCheck } from '#ui/components/check-panel/check-panel.tsx'
import type { Draft } from '../../store/draft-tables.ts'
import type { DraftCheck } from '../../use-cases/edit/check-draft.ts'
import { explain } from '../../validation/explain.ts'
import type { Finding } from '../../validation/finding.ts'
import type { DraftLinks } from './draft-links.ts'
import { placeOfFinding, propertiesOf } from './finding-places.ts'
import { codeOfLack } from './lack-places.ts'

/** Findings of the official shapes that our own rules do not name already, each once: what stands in the way, and what is advice. */
export interface ShapeLines {
  readonly violations: readonly Finding[]
  readonly advice: readonly Finding[]
}

/** Sorts what the shapes found by whether it stops a release. */
export function shapeLinesOf({ findings, lacks }: Pick<DraftCheck, 'findings' | 'lacks'>): ShapeLines {
  const seen = new Set<string>()
  const news = findings.filter((finding) => {
    const named = lacks.some(
      (lack) =>
        (finding.severity !== 'Violation' || lack.level === 'must') &&
        propertiesOf(finding).includes(codeOfLack(lack)) &&
        (lack.distribution === undefined || lack.distribution === finding.node),
    )
    const key = [finding.severity, finding.node, finding.path, finding.constraint, finding.value].join(' ')
    return !named && !seen.has(key) && seen.add(key)
  })
  return {
    violations: news.filter(({ severity }) => severity === 'Violation'),
    advice: news.filter(({ severity }) => severity !== 'Violation'),
  }
}

/** Findings as lines of a panel: what is wrong, the way to its field where the form has one, how it is mended. */
export const findingLines = (
  findings: readonly Finding[],
  { record }: Pick<Draft, 'record'>,
  links: Pick<DraftLinks, 'mend'> | undefined,
  lang: string,
): PanelCheck[] =>
  findings.map((finding) => {
    const { what, how } = explain(finding, lang === 'en' ? 'en' : 'de')
    const place = placeOfFinding(finding, record)
    return {
      title: what,
      ...(links && place ? { href: links.mend(place) } : {}),
      code: propertiesOf(finding).join(', ') || undefined,
      reason: how,
    }
  })
