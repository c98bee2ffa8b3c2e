import { fail, ok, type Result } from '#kernel/result.ts'
import type { PbFault, PbLimits } from './model.ts'

/** A row of cells, trimmed, with the line it begins in. */
export interface PbRow {
  readonly line: number
  readonly cells: readonly string[]
}

function textOf(content: Uint8Array | string): string | undefined {
  if (typeof content === 'string') return content.replace(/^\uFEFF/, '')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return undefined
  }
}

const quote = '"'

/** The cells of a line in which a cell begins with a quote, and how many of the following lines belong to it; undefined where no end is found. */
function quotedCells(lines: readonly string[], first: number): { cells: string[]; last: number } | undefined {
  const cells: string[] = []
  let line = lines[first] ?? ''
  let last = first
  let at = 0
  for (;;) {
    let cell = ''
    if (line[at] === quote) {
      at++
      for (;;) {
        const end = line.indexOf(quote, at)
        if (end >= 0) {
          cell += line.slice(at, end)
          at = end + 1
          if (line[at] !== quote) break
          cell += quote
          at++
        } else {
          cell += `${line.slice(at)}\n`
          last++
          if (last >= lines.length) return undefined
          line = lines[last] ?? ''
          at = 0
        }
      }
    }
    const next = line.indexOf(';', at)
    cells.push(`${cell}${next < 0 ? line.slice(at) : line.slice(at, next)}`.trim())
    if (next < 0) return { cells, last }
    at = next + 1
  }
}

/**
 * Takes the file apart into rows: UTF-8, `;` between cells, quotes around a cell that holds one (a doubled quote means one).
 * Empty lines are left out. Our own loop, because files have a line for each voter and nearly none of them has a quote.
 */
export function readRows(content: Uint8Array | string, limits: PbLimits): Result<PbRow[], PbFault> {
  if (content.length > limits.characters) return fail({ line: 1, code: 'too-large', params: { limit: limits.characters } })
  const text = textOf(content)
  if (text === undefined) return fail({ line: 1, code: 'encoding', params: {} })
  const lines = text.split(/\r\n|\n|\r/)
  const rows: PbRow[] = []
  for (let number = 0; number < lines.length; number++) {
    const line = lines[number] ?? ''
    if (line === '') continue
    const begun = number + 1
    let cells: string[]
    if (line.startsWith(quote) || line.includes(';"')) {
      const read = quotedCells(lines, number)
      if (!read) return fail({ line: begun, code: 'quote-open', params: {} })
      cells = read.cells
      number = read.last
    } else cells = line.split(';').map((cell) => cell.trim())
    if (cells.some((cell) => cell !== '')) rows.push({ line: begun, cells })
  }
  return ok(rows)
}
