import type { Html } from '../jsx/html.ts'

/** The whole page as HTML text. */
export const renderDocument = (page: Html): string => `<!doctype html>${page.text}`

/** JSON as it may stand inside a script element: no text in it can end the element or open a comment. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026')
