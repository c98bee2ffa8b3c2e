import type { Hidden } from '../../vocabulary.ts'

/** Hands values on in a form unseen, so that one form does not forget what another one chose. */
export const HiddenValues = ({ values = {} }: { readonly values?: Hidden | undefined }) => (
  <>
    {Object.entries(values).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : (value ?? [])).map((one) => (
        <input key={`${name}=${one}`} type="hidden" name={name} value={one} />
      )),
    )}
  </>
)
