import type { ChainLink } from '#ui/components/chain/chain.tsx'
import type { Check, StatusKind } from '#ui/components/status/status.tsx'
import type { ReportPlace } from '../../model/report/texts.ts'

/** A cell of a table in a report. */
export interface StoryCell {
  readonly text: string
  readonly href?: string
  /** A second line, smaller. */
  readonly more?: string
  readonly status?: StatusKind
}

export interface StoryTable {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly StoryCell[])[]
  readonly right?: readonly number[]
  readonly widths?: readonly number[]
}

export interface StoryBars {
  readonly title: string
  readonly bars: readonly { readonly label: string; readonly value: number; readonly text?: string; readonly href?: string }[]
}

/** What was not managed, with the list it leads to. */
export interface StoryLack {
  readonly kind: Check['kind']
  readonly title: string
  readonly href?: string
  readonly link?: string
}

/** A section of a report, before it is a page or a PDF. Every number comes from the figures of its version. */
export interface StorySection {
  readonly id: string
  readonly title: string
  readonly note?: string
  readonly paragraphs?: readonly string[]
  readonly chain?: readonly ChainLink[]
  readonly bars?: readonly StoryBars[]
  readonly table?: StoryTable
  readonly lacks?: readonly StoryLack[]
  readonly links?: readonly { readonly href: string; readonly text: string }[]
  /** What staff may add here. */
  readonly place?: ReportPlace
}
