export { addressMark, browserThingMark, linkSecret, newBrowserMark, readBrowserMark, secretHash, secretLink } from './marks.ts'
export { derivedKey, type Sealer, sealerOf } from './seal.ts'
export { withSecret } from './with-secret.ts'
