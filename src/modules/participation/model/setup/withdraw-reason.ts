import { fail, ok, type Result } from '#kernel/result.ts'
import { severalLines } from '#kernel/text.ts'

/** Why something public is taken back, as its address will say: 10 to 600 characters. */
export function readWithdrawReason(given: string): Result<string, 'reason' | 'reason.long'> {
  const reason = severalLines(given)
  if (reason.length < 10) return fail('reason')
  return reason.length > 600 ? fail('reason.long') : ok(reason)
}
