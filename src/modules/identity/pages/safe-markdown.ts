import { marked } from 'marked'
import sanitizeHtml from 'sanitize-html'

/** Markdown of a tenant as HTML without anything that could run. */
export const safeMarkdown = (text: string): string =>
  sanitizeHtml(marked.parse(text, { async: false, gfm: true }), {
    allowedTags: [
      'h2',
      'h3',
      'h4',
      'p',
      'ul',
      'ol',
      'li',
      'a',
      'strong',
      'em',
      'br',
      'blockquote',
      'code',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'hr',
    ],
    allowedAttributes: { a: ['href'] },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    transformTags: { h1: 'h2' },
  })
