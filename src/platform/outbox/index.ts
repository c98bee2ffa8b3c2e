export { forgetEvents, lastEvent, listenForEvents, oldestEvent, type OutboxEvent, type OutboxTables, readEvents } from './outbox.ts'
