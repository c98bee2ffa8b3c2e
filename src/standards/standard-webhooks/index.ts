export { newSigningSecret, signedHeaders, type WebhookMessage } from './sign.ts'
