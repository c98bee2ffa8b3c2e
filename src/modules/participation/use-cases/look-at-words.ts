import { lookFirst } from '#catalogue'
import { formatOf } from '../known-formats.ts'
import type { Procedure } from '../model/procedure.ts'

/** Why staff looks at words before everybody reads them; what the format of the procedure asks for itself (an address) is no reason. */
export function findingsIn({ format }: Pick<Procedure, 'format'>, ...texts: readonly string[]): string[] {
  const expected = formatOf(format)?.expects ?? []
  return lookFirst(...texts).filter((one) => !expected.includes(one))
}
