import assert from 'node:assert/strict'
import { formSent } from '#support/http-client.ts'
import type { TestServer } from '#support/server.ts'

/** A form of a page as a visitor without script sends it. */
export interface PlainForm {
  readonly action: string
  readonly html: string
  /** Name and value of its main button, and whether it looks like one. */
  readonly button: readonly [name: string, value: string]
  readonly primary: boolean
  readonly danger: boolean
}

const decoded = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'")
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag)
  return found ? decoded(found[1] ?? '') : undefined
}

/** What stands in the main part of a page. */
export const mainOf = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

/** The forms in the main part of a page that send something. */
export const formsIn = (html: string): PlainForm[] =>
  [...mainOf(html).matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].flatMap(([form]) => {
    const head = /^<form[^>]*>/.exec(form)?.[0] ?? ''
    if (attribute(head, 'method') !== 'post') return []
    const buttons = form.match(/<button[^>]*>/g) ?? []
    const button = buttons.find((one) => one.includes('kern-btn--primary')) ?? buttons[0] ?? ''
    return [
      {
        action: attribute(head, 'action') ?? '',
        html: form,
        button: [attribute(button, 'name') ?? '', attribute(button, 'value') ?? ''] as const,
        primary: button.includes('kern-btn--primary'),
        danger: button.includes('alm-btn-danger'),
      },
    ]
  })

/** Fills in what must be filled in, every large text, and the first of each choice; the words are `word`. */
export function filled(form: PlainForm, word: string): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [tag] of form.html.matchAll(/<input[^>]*>/g)) {
    const [name = '', type = 'text', value = ''] = ['name', 'type', 'value'].map((key) => attribute(tag, key))
    const needed = attribute(tag, 'required') !== undefined
    if (type === 'hidden') fields.append(name, value)
    else if (type === 'radio') fields.has(name) || fields.append(name, value)
    else if (type === 'checkbox') needed && fields.append(name, value)
    else if (needed)
      fields.append(name, value || ({ date: '2026-11-03', number: '1', email: 'robot@post.example' }[type] ?? word))
  }
  for (const [tag, inner = ''] of form.html.matchAll(/<textarea[^>]*>([^<]*)<\/textarea>/g))
    fields.append(attribute(tag, 'name') ?? '', decoded(inner) || word)
  for (const [tag, inner = ''] of form.html.matchAll(/<select[^>]*>([\s\S]*?)<\/select>/g)) {
    const options = [...inner.matchAll(/<option[^>]*>/g)].map(([option]) => attribute(option, 'value') ?? '')
    if (attribute(tag, 'required') !== undefined) fields.append(attribute(tag, 'name') ?? '', options.find(Boolean) ?? '')
  }
  if (form.button[0]) fields.append(...form.button)
  return fields
}

let line = 0
/** Sends a form as a browser does; follows where it leads. */
export async function send(town: TestServer, action: string, fields: URLSearchParams) {
  const answer = await town.ask({
    ...formSent(action, fields, { host: 'portal.example', accept: 'text/html' }),
    remoteAddress: `10.9.${(++line >> 8) & 255}.${line & 255}`,
  })
  const to = answer.headers.location
  if (answer.statusCode !== 303 || !to) return { status: answer.statusCode, html: answer.body, at: action }
  const next = await town.get(to)
  return { status: next.statusCode, html: next.body, at: to }
}

/** How far somebody came who only fills in and presses the main button. */
export interface Tour {
  readonly end: 'receipt' | 'code'
  readonly html: string
  readonly at: string
  /** What was sent first and last, to be sent again when it is too late. */
  readonly sent: readonly { readonly action: string; readonly fields: URLSearchParams }[]
}

/** From the first page to the receipt; where a code is asked for that only a letter brings, nobody comes further. */
export async function tour(town: TestServer, start: string, word: string): Promise<Tour> {
  const sent: { action: string; fields: URLSearchParams }[] = []
  const opened = await town.get(start)
  let page = { status: opened.statusCode, html: opened.body, at: start }
  for (let step = 0; step < 12; step++) {
    assert.equal(
      page.status,
      200,
      `${page.at} answers ${page.status}:\n${mainOf(page.html)
        .replace(/<[^>]+>/g, ' ')
        .slice(0, 600)}`,
    )
    if (page.html.includes('alm-receipt')) return { end: 'receipt', html: page.html, at: page.at, sent }
    if (/<input[^>]*name="code"/.test(mainOf(page.html))) return { end: 'code', html: page.html, at: page.at, sent }
    const form = formsIn(page.html).find(({ primary }) => primary)
    assert.ok(form, `${page.at} has no form with a main button`)
    const fields = filled(form, word)
    sent.push({ action: form.action, fields })
    page = await send(town, form.action, fields)
  }
  throw new Error(`no receipt after 12 steps; the last page was ${page.at}`)
}
