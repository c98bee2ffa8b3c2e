import { fail, ok, type Result } from '#kernel/result.ts'
import { severalLines } from '#kernel/text.ts'

/** Why staff takes something out or changes it: a code that everybody may read in the protocol; texts `participation.why.<code>`. */
export const takenOutFor = ['insult', 'personal', 'unlawful', 'spam', 'off-topic', 'other'] as const
/** Why a wording is changed. */
export const rewordedFor = ['personal', 'insult', 'unlawful', 'mistake'] as const
export type WhyCode = (typeof takenOutFor)[number] | (typeof rewordedFor)[number] | 'same' | 'belongs' | 'checked' | 'undone'

/** Which kind of thing is moderated. */
export type ModeratedKind = 'submission' | 'comment'

/** The acts of moderation, as they are kept. */
export type StatementAct = 'published' | 'hidden' | 'shown' | 'merged' | 'split' | 'moved' | 'reworded' | 'kept'

/** Acts that the public protocol shows. */
export const protocolActs = ['hidden', 'shown', 'merged', 'split', 'moved', 'reworded'] as const
export type ProtocolAct = (typeof protocolActs)[number]

/** What is wrong with what staff typed; the text key is `participation.moderate.fault.<field>.<fault>`. */
export interface ModerationFault {
  readonly field: 'code' | 'reason' | 'question' | 'into' | 'title' | 'body'
  readonly fault: 'missing' | 'long' | 'unknown' | 'same' | 'short'
}

/** Longest sentence of a reason, and longest question. */
export const longestReason = 1000
export const longestQuestion = 2000

/** What a thing looked like when a form was made: whoever sends it later acts on just that, or on nothing. */
export const standMark = (one: { readonly state: string; readonly version: number; readonly moderated: number }): string =>
  `${one.state}.${one.version}.${one.moderated}`

/** Reads the reason of an act: its code and the sentence for the author. */
export function readReason(
  codes: readonly string[],
  code: string,
  sentence: string,
): Result<{ code: string; sentence: string }, ModerationFault[]> {
  const faults: ModerationFault[] = []
  const words = severalLines(sentence)
  if (!code) faults.push({ field: 'code', fault: 'missing' })
  else if (!codes.includes(code)) faults.push({ field: 'code', fault: 'unknown' })
  if (!words) faults.push({ field: 'reason', fault: 'missing' })
  else if (words.length > longestReason) faults.push({ field: 'reason', fault: 'long' })
  return faults.length > 0 ? fail(faults) : ok({ code, sentence: words })
}
