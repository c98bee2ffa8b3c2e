import type { Group } from '../../model/result.ts'

/** A group as it is drawn: its middle, its disc, and the ellipse in which two of three of its people are. */
export interface Drawn {
  readonly at: number
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly spread: readonly [x: number, y: number]
}

export const wide = 720
export const high = 400
const edge = 72

/** Where the groups stand in a picture of `wide` by `high`: as far apart as their average answers are, their discs as large as they are many. */
export function placeGroups(groups: readonly Group[], shown: readonly number[]): readonly Drawn[] {
  const own = shown.flatMap((at) => {
    const group = groups[at]
    return group ? [{ at, group }] : []
  })
  const bounds = (axis: 0 | 1) => {
    const low = Math.min(...own.map(({ group }) => group.at[axis] - group.spread[axis]))
    const top = Math.max(...own.map(({ group }) => group.at[axis] + group.spread[axis]))
    return { low, span: Math.max(1e-6, top - low) }
  }
  const [x, y] = [bounds(0), bounds(1)]
  // One scale for both directions: distance must mean the same everywhere.
  const scale = Math.min((wide - 2 * edge) / x.span, (high - 2 * edge) / y.span)
  const left = (wide - x.span * scale) / 2
  const above = (high - y.span * scale) / 2
  const most = Math.max(1, ...own.map(({ group }) => group.size))
  const round = (value: number) => Math.round(value * 10) / 10
  return own.map(({ at, group }) => ({
    at,
    x: round(left + (group.at[0] - x.low) * scale),
    y: round(high - above - (group.at[1] - y.low) * scale),
    radius: round(18 + 26 * Math.sqrt(group.size / most)),
    spread: [round(group.spread[0] * scale), round(group.spread[1] * scale)],
  }))
}
