/** A source with its comments blanked; `bare` has the text inside template literals blanked too. Places and lines stay where they were. */
export interface Views {
  readonly spoken: string
  readonly bare: string
}

const beforeRegex = /(?:^|[(,=:[!&|?{};+\-*%~^<>\n]|\b(?:return|typeof|case|in|of))\s*$/

/** The end of a regular expression that starts at `from`, or -1 when the slash is a division or a tag. */
function regexEnd(text: string, from: number): number {
  if (text[from + 1] === '>' || text[from - 1] === '<' || !beforeRegex.test(text.slice(Math.max(0, from - 40), from))) return -1
  let inClass = false
  for (let i = from + 1; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '[') inClass = true
    else if (text[i] === ']') inClass = false
    else if (text[i] === '/' && !inClass) return i
  }
  return -1
}

/** The end of a '...' or "..." string; at the latest the end of the line, because apostrophes also stand in the text of pages. */
function quoteEnd(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === text[from] || text[i] === '\n') return i
  }
  return text.length
}

const blank = (out: string[], from: number, to: number) => {
  for (let i = from; i < to; i++) if (out[i] !== '\n') out[i] = ' '
}

/** Walks a TypeScript source once and gives both views of it. */
export function viewsOf(text: string): Views {
  const spoken = text.split('')
  const bare = text.split('')
  // One entry per open template literal: how many braces are open inside its `${`, or -1 while its text runs.
  const templates: number[] = []
  let i = 0
  while (i < text.length) {
    const depth = templates.at(-1)
    const char = text[i]
    if (depth === -1) {
      if (char === '`') templates.pop()
      else if (char === '$' && text[i + 1] === '{') {
        templates[templates.length - 1] = 0
        i++
      } else blank(bare, i, char === '\\' ? ++i + 1 : i + 1)
    } else if (char === '/' && (text[i + 1] === '/' || text[i + 1] === '*')) {
      const end = text[i + 1] === '/' ? text.indexOf('\n', i) : text.indexOf('*/', i + 2) + 2
      const to = end <= 1 ? text.length : end
      blank(spoken, i, to)
      blank(bare, i, to)
      i = to - 1
    } else if (char === '/') {
      const end = regexEnd(text, i)
      if (end > 0) {
        blank(spoken, i, end)
        blank(bare, i, end)
        i = end
      }
    } else if (char === "'" || char === '"') i = quoteEnd(text, i)
    else if (char === '`') templates.push(-1)
    else if (depth !== undefined && char === '{') templates[templates.length - 1] = depth + 1
    else if (depth !== undefined && char === '}') templates[templates.length - 1] = depth - 1
    i++
  }
  return { spoken: spoken.join(''), bare: bare.join('') }
}

const seen = new Map<string, Views>()

/** `viewsOf`, remembered: several checks read the same file. */
export function views(text: string): Views {
  let found = seen.get(text)
  if (!found) {
    found = viewsOf(text)
    seen.set(text, found)
  }
  return found
}
