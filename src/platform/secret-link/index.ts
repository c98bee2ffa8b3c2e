export { addressMark, browserThingMark, linkSecret, newBrowserMark, readBrowserMark, secretHash, secretLink } from './marks.ts'
export { withSecret } from './with-secret.ts'
