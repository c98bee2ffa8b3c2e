/** How grave it is, by SHACL. */
export type Severity = 'Violation' | 'Warning' | 'Info'

/** One finding, as it is put into a report. */
export interface ReportFinding {
  readonly dataset: string | null
  readonly node: string
  readonly targetType: string | null
  readonly path: string | null
  readonly severity: Severity
  readonly constraint: string
  readonly value: string | null
  readonly valueKind: 'iri' | 'blank' | 'literal' | null
}

/** Where one kind of fault was found. */
export interface ReportPlace {
  readonly dataset: string | null
  /** The distribution, where it is one. */
  readonly node?: string
  readonly value?: string
}

/** One kind of fault with everything that has it. */
export interface ReportGroup extends Pick<ReportFinding, 'severity' | 'constraint' | 'path' | 'targetType' | 'valueKind'> {
  readonly count: number
  /** Records that have it. */
  readonly records: number
  /** The most frequent values, with how often they stand there. */
  readonly values: readonly (readonly [value: string, count: number])[]
  /** All places, or as many as are kept. */
  readonly places: readonly ReportPlace[]
}

/** What a catalogue was found to be. */
export interface Report {
  /** Records that were judged. */
  readonly records: number
  /** Records that were left out: too many, or the time was over. */
  readonly left: number
  /** Records without a violation. */
  readonly whole: number
  readonly groups: readonly ReportGroup[]
  /** Titles of the records that have something, by their IRI. */
  readonly titles: Readonly<Record<string, string>>
}

const rank: Readonly<Record<Severity, number>> = { Violation: 0, Warning: 1, Info: 2 }
const shownValues = 8
const longestValue = 200
const short = (text: string) => (text.length > longestValue ? `${text.slice(0, longestValue)} …` : text)
const isViolation = (one: ReportFinding) => one.severity === 'Violation'

/** Groups findings by what is wrong: gravest first, then what is found most often. `most` bounds the places that are kept. */
export function reportOf(
  findings: readonly ReportFinding[],
  about: { readonly records: number; readonly left: number; readonly titles: ReadonlyMap<string, string> },
  most: number,
): Report {
  const kinds = Map.groupBy(findings, (one) =>
    [one.severity, one.constraint, one.path, one.targetType, one.valueKind === 'literal' ? '"' : ''].join('\u0000'),
  )
  const sorted = [...kinds.values()].sort(
    (a, b) => rank[a[0]?.severity ?? 'Info'] - rank[b[0]?.severity ?? 'Info'] || b.length - a.length,
  )
  // Each kind keeps its share, so that a frequent one does not push a rare one out.
  const share = Math.max(1, Math.floor(most / Math.max(1, sorted.length)))
  const groups = sorted.flatMap((some) => {
    const [first] = some
    if (!first) return []
    const { severity, constraint, path, targetType, valueKind } = first
    const values = new Map<string, number>()
    for (const { value, valueKind: kind } of some)
      if (value !== null && kind !== 'blank') values.set(short(value), (values.get(short(value)) ?? 0) + 1)
    return [
      {
        severity,
        constraint,
        path,
        targetType,
        valueKind,
        count: some.length,
        records: new Set(some.map((one) => one.dataset)).size,
        values: [...values].sort((a, b) => b[1] - a[1]).slice(0, shownValues),
        places: some.slice(0, share).map((one) => ({
          dataset: one.dataset,
          ...(one.node !== one.dataset ? { node: one.node } : {}),
          ...(one.value !== null && one.valueKind !== 'blank' ? { value: short(one.value) } : {}),
        })),
      },
    ]
  })
  const broken = new Set(findings.filter(isViolation).map((one) => one.dataset))
  broken.delete(null)
  const named = new Set(groups.flatMap((group) => group.places.map((place) => place.dataset)))
  return {
    records: about.records,
    left: about.left,
    whole: Math.max(0, about.records - broken.size),
    groups,
    titles: Object.fromEntries([...about.titles].filter(([iri]) => named.has(iri)).map(([iri, title]) => [iri, short(title)])),
  }
}

/** Findings of a severity. */
export const countOf = (report: Report, severity: Severity): number =>
  report.groups.reduce((sum, group) => sum + (group.severity === severity ? group.count : 0), 0)
