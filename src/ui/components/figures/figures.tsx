import type { Children } from '../../vocabulary.ts'

/** Figures told in sentences; each number is a link to its list (`<a href>` without a class). */
export const Figures = ({ children }: { readonly children: Children }) => <p class="alm-told">{children}</p>
