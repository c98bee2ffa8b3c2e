export {
  forgetEvents,
  lastEvent,
  listenForEvents,
  type OutboxEvent,
  type OutboxPage,
  oldestEvent,
  readEvents,
} from './outbox.ts'
