import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'

/** The text key is `participation.opinion.fault.<fault>`. */
export type StatementFault = 'missing' | 'short' | 'long' | 'same'

const shortest = 10

/** What two statements are compared by: capital letters, spaces and the last full stop do not matter. */
export const sameAs = (text: string): string =>
  oneLine(text)
    .toLowerCase()
    .replace(/[\s.!]+$/, '')

/** Reads one statement; `longest` in characters. */
export function readStatement(typed: string, longest: number): Result<string, StatementFault> {
  const text = oneLine(typed)
  if (!text) return fail('missing')
  if (text.length < shortest) return fail('short')
  return text.length > longest ? fail('long') : ok(text)
}

/** A line of a list that cannot be taken. */
export interface LineFault {
  readonly line: number
  readonly text: string
  readonly fault: StatementFault
}

export const mostAtOnce = 200

/** Reads a pasted list, one statement a line, empty lines and marks of lists left out. Gives every line that cannot be taken; `there` are those that stand there already. */
export function readStatementList(
  typed: string,
  longest: number,
  there: readonly string[],
): Result<readonly string[], readonly LineFault[] | 'missing' | 'many'> {
  const faults: LineFault[] = []
  const seen = new Set(there.map(sameAs))
  const read: string[] = []
  typed
    .replaceAll('\0', '')
    .split('\n')
    .forEach((raw, at) => {
      const text = oneLine(raw.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, ''))
      if (!text) return
      const one = readStatement(text, longest)
      const fault = one.ok ? (seen.has(sameAs(text)) ? 'same' : undefined) : one.error
      if (fault) faults.push({ line: at + 1, text, fault })
      else read.push(text)
      seen.add(sameAs(text))
    })
  if (faults.length > 0) return fail(faults)
  if (read.length === 0) return fail('missing')
  return read.length > mostAtOnce ? fail('many') : ok(read)
}
