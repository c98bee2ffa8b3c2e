import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import { places } from '#support/house.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'

/** The administration of one tenant: its pages are asked for, and its forms sent, by `boss` unless somebody else is named. */
export interface AdminDesk {
  readonly portal: TestServer
  readonly boss: TestPerson
  /** Address of the tenant. */
  readonly base: string
  /** Opens the portal and signs an administrator in, `Petra Anders`. */
  open(): Promise<void>
  close(): Promise<void>
  get(path: string, who?: TestPerson): Promise<LightMyRequestResponse>
  /** Sends a form; `null` is nobody, `below` the address of another tenant. */
  post(path: string, form: Form, who?: TestPerson | null, below?: string): Promise<LightMyRequestResponse>
  person(roles: readonly Role[], name?: string, slug?: string): Promise<TestPerson>
  /** The mails that wait, newest first. */
  mails(): Promise<{ text: string; html: string; subject: string }[]>
  db(): TestServer['house']['database']['system']
}

type Form = Readonly<Record<string, string | readonly string[]>>

/** What a page says that a later save has to name. */
export const versionIn = (html: string): string => /name="version" value="([^"]*)"/.exec(html)?.[1] ?? ''

function encoded(form: Form): string {
  const payload = new URLSearchParams()
  for (const [name, value] of Object.entries(form))
    for (const one of typeof value === 'string' ? [value] : value) payload.append(name, one)
  return payload.toString()
}

/** The desk of a tenant; to be opened before and closed after a suite. */
export function adminDesk(slug: string = places.stadt): AdminDesk {
  const base = `/${slug}`
  let opened: { portal: TestServer; boss: TestPerson } | undefined
  const now = () => {
    if (!opened) throw new Error('the desk is not open')
    return opened
  }
  const desk: AdminDesk = {
    base,
    get portal() {
      return now().portal
    },
    get boss() {
      return now().boss
    },
    async open() {
      const portal = await testServer()
      opened = { portal, boss: await signedIn(portal, { [slug]: ['administrator'] }, { name: 'Petra Anders' }) }
    },
    close: async () => opened?.portal.close(),
    get: (path, who = now().boss) => now().portal.get(base + path, { cookie: who.cookie }),
    post: (path, form, who = now().boss, below = base) =>
      now().portal.ask({
        method: 'POST',
        url: below + path,
        headers: {
          host: 'portal.example',
          accept: 'text/html',
          origin: 'http://portal.example',
          'content-type': 'application/x-www-form-urlencoded',
          ...(who ? { cookie: who.cookie } : {}),
        },
        payload: encoded(form),
      }),
    person: (roles, name, at = slug) => signedIn(now().portal, { [at]: roles }, name ? { name } : {}),
    async mails() {
      const { rows } = await sql<{
        text: string
        html: string
        subject: string
      }>`select text, html, subject from platform_mail order by created_at desc, id`.execute(desk.db())
      return rows
    },
    db: () => now().portal.house.database.system,
  }
  return desk
}
