import type { ComponentChildren } from 'preact'

/** Finished HTML. Nothing else passes unescaped, and only JSX makes it: nothing that was read from outside can pose as one. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  /** Where a template string takes it in by mistake, it is seen at once. */
  toString(): string {
    return this.text
  }
}

const special = /["&<]/

/** Text as it may stand in an element or in a quoted attribute. */
export function escaped(text: string): string {
  if (!special.test(text)) return text
  let out = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const entity = code === 38 ? '&amp;' : code === 60 ? '&lt;' : code === 34 ? '&quot;' : undefined
    if (entity === undefined) continue
    out += text.slice(from, at) + entity
    from = at + 1
  }
  return out + text.slice(from)
}

/** What stands between tags as HTML: text escaped, finished HTML as it is, lists one after the other; nothing for null, true and false. */
export function contentOf(children: ComponentChildren): string {
  if (typeof children === 'string') return escaped(children)
  if (children instanceof Html) return children.text
  if (Array.isArray(children)) {
    let out = ''
    for (const child of children) out += contentOf(child)
    return out
  }
  return typeof children === 'number' || typeof children === 'bigint' ? String(children) : ''
}

/** The text of finished HTML: for documents and tests. */
export const renderToString = (html: Html): string => html.text
