import type { ComponentChildren } from 'preact'

/** A link to the same thing in another form: `<link rel=alternate>` and the Link header. */
export interface Alternate {
  type: string
  href: string
  title?: string
}

export interface Crumb {
  label: string
  href?: string
}

/** What a page is made of; the frame around it is put on by the app. */
export interface View {
  title: string
  description?: string
  body: ComponentChildren
  crumbs?: readonly Crumb[]
  /** Id of the navigation entry this page belongs to. */
  area?: string
  /** Path of the canonical address when it is not this one. */
  canonical?: string
  alternates?: readonly Alternate[]
  jsonLd?: readonly unknown[]
  islands?: readonly string[]
  /** Path of the manifest with which browsers put the page on the home screen of a phone. */
  manifest?: string
  /** Stylesheets besides that of the house: `staff.css`. */
  styles?: readonly string[]
  /** `noindex` for pages that search engines should leave out. */
  robots?: string
  /** Behind a secret link: kept nowhere on the way, and its address is told to no other site. */
  secret?: boolean
  /** The quick search in the header is left out where the page has its own. */
  ownSearch?: boolean
  /** Addresses of this page in other languages, when they are not just the language prefix. */
  wide?: boolean
  /** `staff` for pages of the internal area; the others have the public frame. */
  frame?: 'staff'
}

/** RFC 9457 problem details. `fields` names what is wrong where. */
export interface Problem {
  status: number
  /** `room/fault`. */
  id: string
  title: string
  detail?: string
  fields?: readonly { field: string; message: string }[]
}

/** An answer; `cookies` are whole Set-Cookie lines. */
export type Answer = AnswerKind & { cookies?: readonly string[] }

type AnswerKind =
  | { kind: 'page'; view: View; status: number; headers?: Record<string, string> }
  | { kind: 'body'; type: string; body: string | Buffer; status: number; headers: Record<string, string> }
  | { kind: 'stream'; type: string; body: AsyncIterable<string | Buffer>; status: number; headers: Record<string, string> }
  | { kind: 'redirect'; to: string; status: 301 | 302 | 303 | 307 | 308 }
  | { kind: 'problem'; problem: Problem }

/** A page with the frame around it. */
export const page = (view: View, status = 200, headers?: Record<string, string>): Answer => ({
  kind: 'page',
  view,
  status,
  ...(headers ? { headers } : {}),
})
/** A finished text or file. */
export const body = (type: string, content: string | Buffer, headers: Record<string, string> = {}, status = 200): Answer => ({
  kind: 'body',
  type,
  body: content,
  status,
  headers,
})
export const json = (value: unknown, headers: Record<string, string> = {}): Answer =>
  body('application/json; charset=utf-8', JSON.stringify(value), headers)
/** A long answer in pieces; when the source fails the connection is cut, so that it is never taken for whole. */
export const stream = (
  type: string,
  content: AsyncIterable<string | Buffer>,
  headers: Record<string, string> = {},
  status = 200,
): Answer => ({ kind: 'stream', type, body: content, headers, status })
export const redirect = (to: string, status: 301 | 302 | 303 | 307 | 308 = 303): Answer => ({ kind: 'redirect', to, status })
export const problem = (value: Problem): Answer => ({ kind: 'problem', problem: value })
/** What is not there, or must not be known to be there. */
export const notFound: Problem = { status: 404, id: 'platform/not-found', title: '' }
/** An answer that sets cookies. */
export const withCookies = (answer: Answer, ...cookies: readonly string[]): Answer => ({ ...answer, cookies })

/** A part of a tenant's home page that a module brings: either an entrance (name, sentence, links) or a section. */
export interface HomePart {
  kind: 'entrance' | 'section'
  order: number
  id: string
  title: string
  note?: string
  /** Entrance: where its name leads. */
  href?: string
  links?: readonly { href: string; text: string }[]
  body?: ComponentChildren
}
/** Frequent searches and where the search form of the home page leads. */
export interface HomeSearch {
  action: string
  label: string
  often: readonly { href: string; text: string }[]
  suggestions?: string
}
/** What a module gives to the home page of a tenant. */
export interface HomeContent {
  lead?: string
  search?: HomeSearch
  parts: readonly HomePart[]
}

/** Something that waits for the person who is signed in. */
export interface StaffTask {
  href: string
  title: string
  /** Why it is here, and from whom. */
  note?: string
  /** How pressing it is, with the words beside it. */
  due?: { kind: 'late' | 'soon' | 'open'; text: string }
  /** Where it stands: the most pressing has the smallest. */
  order: number
}
/** What a module gives to the overview of the internal area. */
export interface StaffContent {
  tasks: readonly StaffTask[]
  /** The deed that is done most often; shown as a link beside the first task. */
  deed?: { href: string; text: string }
  /** Figures along a process, each a link to its list. */
  pipe?: { title: string; csv?: string; steps: readonly { value: number; label: string; href: string; note?: string }[] }
  sections: readonly { order: number; id: string; title: string; body: ComponentChildren }[]
}
