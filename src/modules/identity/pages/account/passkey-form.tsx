import type { Translate } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { FormStack } from '#ui/components/form-field/form-field.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { routes } from '../../routes.ts'
import { wantedOf } from './browser.ts'
import { Onward } from './parts.tsx'

export interface PasskeyFormProps {
  readonly t: Translate
  readonly kind: 'register' | 'sign-in'
  readonly action: string
  /** Where the island fetches the question that the passkey answers. */
  readonly question: string
  readonly submit: string
  readonly wanted?: string | undefined
  readonly children?: Children
}

/** A form that the island `passkey` shows and fills; without it, a sentence says what is missing. */
export const PasskeyForm = ({ t, kind, action, question, submit, wanted, children }: PasskeyFormProps) => (
  <>
    <p id={`ohne-${kind}`}>{t(`identity.passkey.without.${kind}`)}</p>
    <form
      method="post"
      action={action}
      hidden
      data-passkey={kind}
      data-question={question}
      data-without={`ohne-${kind}`}
      data-failed={t(`identity.passkey.failed.${kind}`)}
    >
      <Onward wanted={wanted} />
      <input type="hidden" name="response" value="" />
      <FormStack>
        {children}
        <div class="alm-actions">
          <Button text={submit} kind={kind === 'sign-in' ? 'secondary' : 'primary'} />
        </div>
      </FormStack>
      <p role="status" class="alm-small" />
    </form>
  </>
)

/** What stands on the sign-in page and on that of the second step. */
export const passkeyWay = (visit: Visit) => (
  <PasskeyForm
    t={visit.t}
    kind="sign-in"
    action={visit.to(routes.passkeySignIn)}
    question={visit.to(routes.showPasskey)}
    submit={visit.t('identity.passkey.sign-in')}
    wanted={wantedOf(visit)}
  />
)
