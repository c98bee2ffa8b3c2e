import type { Route } from '#kernel/route.ts'

const uuid = '00000000-0000-4000-8000-000000000000'
const page = (id: string, path: string, permission: string, more: Partial<Route> = {}): Route => ({
  id: `identity/${id}`,
  method: 'GET',
  path,
  permission,
  module: 'shell',
  page: true,
  ...more,
})
const act = (id: string, path: string, permission: string, more: Partial<Route> = {}): Route =>
  page(id, path, permission, { method: 'POST', page: false, ...more })

const people = 'identity/manage-people'
const site = 'identity/manage-site'
const tenants = 'identity/manage-tenants'
const ofPerson = { thing: 'identity/person', example: { person: uuid } }
const ofInvitation = { thing: 'identity/invitation', example: { invitation: uuid } }
const ofTenant = { thing: 'identity/tenant', example: { slug: 'unbekannt' } }
const ofSitePage = { thing: 'identity/site-page', example: { page: uuid } }

/** Administration: who works here, who may act for us, tenants below, the own site, and the log. */
export const adminRoutes = {
  people: page('people', '/intern/personen', 'identity/read-people'),
  inviteForm: page('invite-form', '/intern/personen/einladen', people),
  invite: act('invite', '/intern/personen/einladen', people),
  resendInvitation: act('resend-invitation', '/intern/personen/einladungen/:invitation/erneut', people, ofInvitation),
  revokeInvitation: act('revoke-invitation', '/intern/personen/einladungen/:invitation/zurueckziehen', people, ofInvitation),
  mandates: page('mandates', '/intern/personen/mandate', people),
  grantMandate: act('grant-mandate', '/intern/personen/mandate', people),
  endMandate: act('end-mandate', '/intern/personen/mandate/:holder/ende', people, {
    thing: 'identity/mandate',
    example: { holder: 'unbekannt' },
  }),
  heldMandates: page('held-mandates', '/intern/mandate', 'staff'),
  person: page('person', '/intern/personen/:person', 'identity/read-people', ofPerson),
  changeRoles: act('change-roles', '/intern/personen/:person/rollen', people, ofPerson),
  addSubstitute: act('add-substitute', '/intern/personen/:person/vertretung', people, ofPerson),
  endSubstitute: act('end-substitute', '/intern/personen/:person/vertretung/ende', people, ofPerson),
  deactivate: act('deactivate', '/intern/personen/:person/deaktivieren', people, ofPerson),
  reactivate: act('reactivate', '/intern/personen/:person/reaktivieren', people, ofPerson),
  tenants: page('tenants', '/intern/mandanten', tenants),
  newTenant: page('new-tenant', '/intern/mandanten/neu', tenants),
  addTenant: act('add-tenant', '/intern/mandanten/neu', tenants),
  tenant: page('tenant', '/intern/mandanten/:slug', tenants, ofTenant),
  switchModules: act('switch-modules', '/intern/mandanten/:slug/module', tenants, ofTenant),
  siteTexts: page('site-texts', '/intern/einstellungen', site),
  saveSiteTexts: act('save-site-texts', '/intern/einstellungen', site),
  siteContact: page('site-contact', '/intern/einstellungen/kontakt', site),
  saveSiteContact: act('save-site-contact', '/intern/einstellungen/kontakt', site),
  siteLook: page('site-look', '/intern/einstellungen/aussehen', site),
  saveSiteLook: act('save-site-look', '/intern/einstellungen/aussehen', site),
  siteModules: page('site-modules', '/intern/einstellungen/module', site),
  saveSiteModules: act('save-site-modules', '/intern/einstellungen/module', site),
  redirects: page('redirects', '/intern/einstellungen/weiterleitungen', site),
  addRedirect: act('add-redirect', '/intern/einstellungen/weiterleitungen', site),
  removeRedirect: act('remove-redirect', '/intern/einstellungen/weiterleitungen/:redirect/entfernen', site, {
    thing: 'identity/redirect',
    example: { redirect: uuid },
  }),
  sitePages: page('site-pages', '/intern/seiten', site),
  newSitePage: page('new-site-page', '/intern/seiten/neu', site),
  addSitePage: act('add-site-page', '/intern/seiten/neu', site),
  editSitePage: page('edit-site-page', '/intern/seiten/:page', site, ofSitePage),
  saveSitePage: act('save-site-page', '/intern/seiten/:page', site, ofSitePage),
  sitePageHistory: page('site-page-history', '/intern/seiten/:page/verlauf', site, ofSitePage),
  restoreSitePage: act('restore-site-page', '/intern/seiten/:page/verlauf', site, ofSitePage),
  removeSitePage: act('remove-site-page', '/intern/seiten/:page/entfernen', site, ofSitePage),
  ownPage: page('own-page', '/seite/:slug', 'public', { example: { slug: 'ueber-uns' } }),
  invitation: page('invitation', '/einladung/:token', 'public', { example: { token: 'abgelaufen' } }),
  acceptInvitation: act('accept-invitation', '/einladung/:token', 'public', { example: { token: 'abgelaufen' } }),
  audit: page('audit', '/intern/protokoll', 'identity/read-audit'),
  verifyAudit: act('verify-audit', '/intern/protokoll/pruefen', 'identity/read-audit'),
} as const
