export { forgetEvents, lastEvent, listenForEvents, oldestEvent, type OutboxEvent, type OutboxPage, type OutboxTables, readEvents } from './outbox.ts'
