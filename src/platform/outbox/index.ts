export {
  forgetEvents,
  lastEvent,
  listenForEvents,
  type OutboxEvent,
  type OutboxPage,
  type OutboxTables,
  oldestEvent,
  readEvents,
} from './outbox.ts'
