import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation')
const post = { method: 'POST' } as const
const slug = { slug: 'marktplatz-lindenrode' }
const staff = { permission: 'participation/publish', thing: 'participation/procedure' } as const

/** How people show who they are, as far as a procedure asks for it. */
export const proofRoutes = {
  proof: route('proof', '/mitmachen/:slug/ausweis', { page: true, example: slug }),
  keepProof: route('keep-proof', '/mitmachen/:slug/ausweis', post),
  mailPass: route('mail-pass', '/mitmachen/:slug/ausweis/:pass'),
  mailPassNow: route('mail-pass-now', '/mitmachen/:slug/ausweis/:pass', post),
  account: route('proof-account', '/ausweis/konto', { permission: 'signed-in', page: true }),
  confirm: route('confirm', '/bestaetigen/:token'),
  confirmNow: route('confirm-now', '/bestaetigen/:token', post),
  toBundId: route('to-bundid', '/mitmachen/:slug/bundid'),
  fromBundId: route('from-bundid', '/bundid/antwort', post),
  onward: route('bundid-onward', '/bundid/weiter/:id'),
  bundIdMetadata: route('bundid-metadata', '/bundid/metadaten'),
  codes: route('codes', '/intern/verfahren/:id/codes', { ...staff, page: true }),
  makeCodes: route('make-codes', '/intern/verfahren/:id/codes', { ...staff, ...post }),
} as const
