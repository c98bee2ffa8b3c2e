export { addressMark, browserThingMark, linkSecret, newBrowserMark, readBrowserMark, secretHash } from './marks.ts'
export { withSecret } from './with-secret.ts'
