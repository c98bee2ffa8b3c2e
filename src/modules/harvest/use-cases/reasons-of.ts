import type { Translate } from '#kernel/locale.ts'
import type { Run } from '../model/source.ts'

/** Why a run broke off or waits, in sentences. */
export const reasonsOf = (run: Pick<Run, 'fault' | 'holds'>, t: Translate): string[] => [
  ...(run.fault ? [t(`harvest.fault.${run.fault.code}`, run.fault.params)] : []),
  ...run.holds.map((hold) => t(`harvest.hold.${hold.kind}`, hold.params)),
]
