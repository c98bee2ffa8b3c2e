import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** The whole page as HTML text. */
export const renderDocument = (page: VNode): string => `<!doctype html>${renderToString(page)}`

/** JSON as it may stand inside a script element: no text in it can end the element or open a comment. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026')
