import type { Route } from '#kernel/route.ts'
import type { Answer } from './answer.ts'
import type { UploadLimits } from './upload.ts'
import type { Visit } from './visit.ts'

/** What answers one line of the URL contract. */
export interface Handler {
  readonly route: Route
  readonly handle: (visit: Visit) => Answer | Promise<Answer>
  /** Requests a minute from one address; without it the route is not limited. */
  readonly perMinute?: number
  /** The form may bring files; without it a form with files is refused. */
  readonly upload?: UploadLimits
  /** Asked before any file is read: an answer refuses the form. */
  readonly beforeUpload?: (visit: Visit) => Promise<Answer | undefined>
  /** The form comes from a site that is not ours, as the answer of an identity provider does: what it says has to prove itself. */
  readonly fromElsewhere?: boolean
  /** The body is handed in as the text it came as, whatever its type says (`visit.request.body`): for protocols that answer faults in their own words. */
  readonly textBody?: boolean
}

/** Binds a route to what answers it. */
export const handler = (
  route: Route,
  handle: Handler['handle'],
  options: Pick<Handler, 'perMinute' | 'upload' | 'beforeUpload' | 'fromElsewhere' | 'textBody'> = {},
): Handler => ({
  route,
  handle,
  ...options,
})
