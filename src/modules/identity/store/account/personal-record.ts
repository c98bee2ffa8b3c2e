import { type Kysely, sql } from 'kysely'
import type { IdentityTables } from '../tenant-store.ts'

/** Everything that these tables keep about a person, without what would let somebody in. */
export async function personalRecord(db: Kysely<IdentityTables>, person: string): Promise<unknown> {
  const { rows } = await sql<{ record: unknown }>`select json_build_object(
    'name', p.name, 'email', p.email, 'emailConfirmedAt', p.email_confirmed_at, 'lang', p.lang, 'notices', p.notices,
    'createdAt', p.created_at, 'lastSignInAt', p.seen_at,
    'password', p.password_hash is not null, 'authenticatorAppSince', p.totp_confirmed_at,
    'recoveryCodesLeft', (select count(*) from identity_recovery_code c where c.person = p.id),
    'roles', (select coalesce(json_agg(json_build_object('tenant', t.name, 'role', r.role, 'grantedAt', r.granted_at, 'from', r.valid_from, 'until', r.valid_until) order by r.granted_at), '[]')
      from identity_role r join identity_tenant t on t.id = r.tenant where r.person = p.id),
    'invitations', (select coalesce(json_agg(json_build_object('tenant', t.name, 'name', i.name, 'email', i.email, 'roles', i.roles, 'sentAt', i.sent_at, 'acceptedAt', i.accepted_at) order by i.created_at), '[]')
      from identity_invitation i join identity_tenant t on t.id = i.tenant where i.accepted_by = p.id or i.email_key = p.email_key),
    'left', (select coalesce(json_agg(json_build_object('tenant', t.name, 'at', l.left_at) order by l.left_at), '[]')
      from identity_leave l join identity_tenant t on t.id = l.tenant where l.person = p.id),
    'sessions', (select coalesce(json_agg(json_build_object('device', s.device, 'signedInAt', s.created_at, 'lastUsedAt', s.seen_at) order by s.created_at), '[]')
      from identity_session s where s.person = p.id),
    'pagesSaved', (select coalesce(json_agg(json_build_object('tenant', t.name, 'title', v.title, 'at', v.saved_at) order by v.saved_at), '[]')
      from identity_site_page_version v join identity_tenant t on t.id = v.tenant where v.saved_by = p.id),
    'passkeys', (select coalesce(json_agg(json_build_object('name', k.name, 'createdAt', k.created_at, 'lastUsedAt', k.used_at) order by k.created_at), '[]')
      from identity_passkey k where k.person = p.id),
    'keysForPrograms', (select coalesce(json_agg(json_build_object('name', k.name, 'tenant', t.name, 'permissions', k.permissions, 'createdAt', k.created_at, 'expiresAt', k.expires_at, 'lastUsedAt', k.used_at, 'revokedAt', k.revoked_at) order by k.created_at), '[]')
      from identity_api_token k join identity_tenant t on t.id = k.tenant where k.person = p.id),
    'signInServices', (select coalesce(json_agg(json_build_object('issuer', a.issuer, 'subject', a.subject, 'since', a.created_at) order by a.created_at), '[]')
      from identity_provider_account a where a.person = p.id)
    ) as record from identity_person p where p.id = ${person}`.execute(db)
  return rows[0]?.record
}
