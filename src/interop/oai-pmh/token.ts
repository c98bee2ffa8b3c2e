import type { ChangePlace } from '#catalogue'
import { isId } from '#kernel/id.ts'

/** Where a list goes on, with everything it was asked for: nothing is kept here between two requests, and a token never ages. */
export interface Token {
  readonly prefix: string
  readonly from?: string
  readonly until?: string
  readonly set?: string
  readonly after: ChangePlace
  /** How many came before, and how many there were when the list began. */
  readonly cursor: number
  readonly total: number
}

/** Writes a token: JSON that an address takes as it is. */
export const writeToken = (token: Token): string => Buffer.from(JSON.stringify(token)).toString('base64url')

const isText = (value: unknown): value is string | undefined =>
  value === undefined || (typeof value === 'string' && value.length < 100)

/** Reads a token; undefined for what we did not write. Whatever it says is checked again as if it were asked for. */
export function readToken(text: string): Token | undefined {
  if (text.length > 2000) return undefined
  try {
    const given = JSON.parse(Buffer.from(text, 'base64url').toString()) as Token
    const { prefix, from, until, set, after, cursor, total } = given
    const fine =
      typeof prefix === 'string' &&
      isText(from) &&
      isText(until) &&
      isText(set) &&
      isId(after?.id) &&
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(after.moment) &&
      !Number.isNaN(Date.parse(after.moment)) &&
      Number.isSafeInteger(cursor) &&
      Number.isSafeInteger(total)
    return fine ? given : undefined
  } catch {
    return undefined
  }
}
