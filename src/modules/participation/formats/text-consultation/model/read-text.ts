import { fail, ok, type Result } from '#kernel/result.ts'
import { most, type ReadBlock } from './text.ts'

/** `{12}` before a paragraph: it follows paragraph 12. */
const pinned = /^\{(\d{1,5}[a-z]{0,3}|neu)\}\s*/

/** What is wrong with a text; the text key is `participation.text.fault.source.<fault>`. */
export interface TextFault {
  readonly fault: 'missing' | 'long' | 'many' | 'block' | 'heading' | 'pin'
  /** Where: the first words of the paragraph, or the number before it. */
  readonly begin?: string
}

const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/
const ruler = /^\s*(?:=+|-{3,}|\*{3,}|_{3,})\s*$/
/** A line that stays a line of its own. */
const item = /^(?:[-*•–+]\s|\d+[.)]\s|[a-z]{1,2}\)\s|\|)/
/** Paragraphs of a law: each begins with its number in brackets. */
const legal = /^\(\d+[a-z]?\)\s/
/** Headings of a text without marks: "§ 3 Fristen", "2.1 Wer mitredet", "Präambel". */
const plainHeading =
  /^(?:(?<law>§§?\s*\d+[a-z]?\b)|(?<part>(?:Teil|Kapitel|Abschnitt|Artikel|Anlage)\s+(?:\d+|[IVXL]+|[A-Z])\b|Präambel$)|(?<number>\d+(?:\.\d+)*)[.)]?\s+\p{Lu})/u

function plainLevel(line: string): number | undefined {
  const found = line.length <= 100 && !/[.;:,]$/.test(line) ? plainHeading.exec(line)?.groups : undefined
  if (!found) return undefined
  if (found.law) return 2
  return found.part ? 1 : (found.number ?? '').split('.').length
}

/** Marks of Markdown that say nothing to readers of plain text are taken off. The star within a word stays. */
const plain = (line: string): string =>
  line
    .replace(/\[([^\]]+)\]\((\S+?)\)/g, '$1 ($2)')
    .replace(/(\*\*|__)(\S(?:.*?\S)?)\1/g, '$2')
    .replace(/(^|[\s(])([*_])(\S(?:[^*_]*\S)?)\2(?=[\s.,;:!?)]|$)/g, '$1$3')
    .replace(/\\([\\`*_{}[\]()#+\-.!>])/g, '$1')

/** Lines of one paragraph as its text: wrapped lines are joined, items of a list stand below each other. */
function paragraphOf(lines: readonly string[]): string {
  let text = ''
  for (const raw of lines) {
    const line = plain(raw.replace(/^>\s?/, '').trim())
    const own = item.test(line)
    text += `${text === '' ? '' : own ? '\n' : ' '}${own ? line.replace(/^[-*•+]\s/, '– ') : line}`
  }
  return text.replace(/[^\S\n]+/g, ' ').trim()
}

/** Tidy lines of what was typed or uploaded: without byte order mark, control characters and spaces at the end. */
const linesOf = (source: string): string[] =>
  source
    .replace(/^\uFEFF/, '')
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())

/** Headings and paragraphs of a Markdown or plain text, levels counted from 1. */
function blocksIn(lines: readonly string[]): ReadBlock[] {
  const marked = lines.some((line) => heading.test(line))
  const blocks: ReadBlock[] = []
  let open: string[] = []
  const add = (level: number, body: string) => body && blocks.push({ kind: 'heading', level, body })
  const flush = () => {
    const [only = ''] = open
    const level = open.length === 1 && !marked ? plainLevel(only.trim()) : undefined
    if (level) add(level, plain(only.trim()))
    else {
      const text = paragraphOf(open)
      const [mark = '', pin] = pinned.exec(text) ?? []
      const body = text.slice(mark.length)
      if (body) blocks.push({ kind: 'text', level: 0, body, ...(pin ? { pin } : {}) })
    }
    open = []
  }
  for (const line of lines) {
    const head = heading.exec(line)
    if (head) {
      flush()
      add(head[1]?.length ?? 1, plain(head[2] ?? ''))
    } else if (ruler.test(line)) {
      const [title] = open
      if (open.length === 1 && title && /^\s*[=-]/.test(line)) {
        add(line.includes('=') ? 1 : 2, plain(title.trim()))
        open = []
      } else flush()
    } else if (line.trim() === '') flush()
    else {
      if (legal.test(line.trim())) flush()
      open.push(line)
    }
  }
  flush()
  const levels = [...new Set(blocks.filter(({ kind }) => kind === 'heading').map(({ level }) => level))].sort((a, b) => a - b)
  return blocks.map((one) => (one.kind === 'heading' ? { ...one, level: levels.indexOf(one.level) + 1 } : one))
}

/** The first words, to name a paragraph by. */
export const beginning = (text: string, length = 40): string =>
  text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')} …`

/** The text without numbers before its paragraphs: they are said for one version, and would be wrong in the next. */
export const withoutPins = (source: string): string => source.replace(/^\{(?:\d{1,5}[a-z]{0,3}|neu)\}[ \t]*/gm, '')

/** The first number before a paragraph that was never given, or that stands twice; undefined where all are right. */
export function wrongPin(blocks: readonly ReadBlock[], used: Iterable<string>): string | undefined {
  const free = new Set(used)
  return blocks.find(({ pin }) => pin !== undefined && pin !== 'neu' && !free.delete(pin))?.pin
}

/** Reads a Markdown or plain text: `#` lines become headings, an empty line begins a new paragraph. Says what is wrong, and where. */
export function readText(source: string): Result<readonly ReadBlock[], TextFault> {
  if (source.length > most.text) return fail({ fault: 'long' })
  const blocks = blocksIn(linesOf(source))
  if (!blocks.some(({ kind }) => kind === 'text')) return fail({ fault: 'missing' })
  if (blocks.length > most.blocks) return fail({ fault: 'many' })
  for (const { kind, body } of blocks)
    if (body.length > (kind === 'text' ? most.block : most.heading))
      return fail({ fault: kind === 'text' ? 'block' : 'heading', begin: beginning(body) })
  return ok(blocks)
}
