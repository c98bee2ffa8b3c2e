import type { Translate } from '#kernel/locale.ts'
import type { FaultParams } from '../model/fault.ts'
import type { Run } from '../model/source.ts'

const longestAddress = 90

/** An address that is longer than a line goes without its question. */
const shortened = (params: FaultParams): FaultParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name === 'url' && String(value).length > longestAddress ? String(value).replace(/\?.*$/s, '?…') : value,
    ]),
  )

/** Why a run broke off or waits, in sentences. */
export const reasonsOf = (run: Pick<Run, 'fault' | 'holds'>, t: Translate): string[] => [
  ...(run.fault ? [t(`harvest.fault.${run.fault.code}`, shortened(run.fault.params))] : []),
  ...run.holds.map((hold) => t(`harvest.hold.${hold.kind}`, hold.params)),
]
