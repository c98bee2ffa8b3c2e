import type { Submission } from '../../model/submission.ts'

/** Where a report stands. */
export const statuses = ['open', 'in-progress', 'done', 'not-responsible', 'rejected'] as const
export type IssueStatus = (typeof statuses)[number]

/** Whether somebody still has to do something. */
export const isOpen = (status: IssueStatus): boolean => status === 'open' || status === 'in-progress'

/** How addresses of pages name them. */
export const statusWords: Readonly<Record<string, readonly IssueStatus[]>> = {
  offen: ['open', 'in-progress'],
  neu: ['open'],
  'in-arbeit': ['in-progress'],
  erledigt: ['done'],
  'nicht-zustaendig': ['not-responsible'],
  abgelehnt: ['rejected'],
}

/** A report with where it stands: the words are the submission's. */
export interface Issue extends Submission {
  readonly code: string
  readonly status: IssueStatus
  readonly agency: string
  /** A calendar day. */
  readonly dueOn: string | null
  readonly movedAt: Date
  readonly closedAt: Date | null
}

/** One line of the history. */
export interface IssueStep {
  readonly status: IssueStatus
  readonly office: string
  readonly forwarded: boolean
  readonly at: Date
}

const earth = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two places, longitude first, on a sphere: to half a percent. */
export function metresBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const part = half(a[1], b[1]) + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * half(a[0], b[0])
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(part)))
}

/** West, south, east, north: the box in which everything lies that is so near. */
export function boxAround([lon, lat]: readonly [number, number], metres: number): readonly [number, number, number, number] {
  const high = (metres / earth) * (180 / Math.PI)
  const wide = high / Math.max(0.01, Math.cos(radians(lat)))
  return [lon - wide, lat - high, lon + wide, lat + high]
}
