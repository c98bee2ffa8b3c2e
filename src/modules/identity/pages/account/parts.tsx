import type { Translate } from '#kernel/locale.ts'
import type { Answer, View, Visit } from '#platform/http'
import { page } from '#platform/http'
import type { FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { routes } from '../../routes.ts'

/** Where somebody goes on afterwards travels along in the form. */
export const Onward = ({ wanted }: { readonly wanted?: string | undefined }) =>
  wanted ? <input type="hidden" name="weiter" value={wanted} /> : null

/** A page about accounts: nothing for search engines. */
export const accountView = (title: string, body: Children, more: Partial<View> = {}): View => ({
  title,
  robots: 'noindex',
  crumbs: [{ label: title }],
  body: <div class="identity-account">{body}</div>,
  ...more,
})

/** `in einer Minute`, `in 14 Minuten`. */
export const waitWords = (t: Translate, seconds: number): string =>
  t('identity.wait', { count: Math.max(1, Math.ceil(seconds / 60)) })

/** A page that says no, and when to try again. */
export const tooMany = (view: View, seconds: number): Answer => page(view, 429, { 'retry-after': String(seconds) })

/** What is wrong with a field, as a sentence; undefined when nothing is. */
export const errorOf = (faults: readonly FieldFault[], name: string): string | undefined =>
  faults.find((fault) => fault.field === name)?.text

/** A value of the form; '' when it is not there. */
export const field = (visit: Visit, name: string): string => visit.form.get(name) ?? ''

/** The way from a page of one's own account back to it. */
export const crumbs = (visit: Visit, title: string): Pick<View, 'crumbs'> => ({
  crumbs: [{ label: visit.t('identity.account'), href: visit.to(routes.account) }, { label: title }],
})
