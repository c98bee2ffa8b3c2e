import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { secretHash, secretLink, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import { type PhotoFault, stripPhoto } from '../../../model/strip-photo.ts'
import { type IssuePhoto, insertPhoto, loosePhoto } from '../store/photo-store.ts'

/** What a photo may weigh: as much as a good phone makes. */
export const largestPhoto = 15_000_000

/**
 * Keeps a photo that came with a form, without what the camera wrote beside the picture: what is taken out is written nowhere. Gives the
 * secret with which the report takes it.
 */
export async function takePhoto(house: ParticipationHouse, site: Site, file: Buffer): Promise<Result<string, PhotoFault>> {
  const stripped = stripPhoto(file)
  if (!stripped.ok) return fail(stripped.error)
  const { bytes, ...facts } = stripped.value
  const id = randomUUID()
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, 'participation/issue-photo', id)
  const sha256 = await house.storage.put(bytes)
  await withSecret(publicDb(house, site), hash, (trx) =>
    insertPhoto(trx, { id, tenant: site.id, sha256, ...facts, bytes: bytes.length, secretHash: hash }),
  )
  return ok(token)
}

/** The photo behind a secret, as long as no report has it. */
export async function photoOfToken(house: ParticipationHouse, site: Site, token: string): Promise<IssuePhoto | undefined> {
  const hash = secretHash(token)
  return hash && withSecret(publicDb(house, site), hash, (trx) => loosePhoto(trx, hash))
}
