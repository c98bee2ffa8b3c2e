export { lastEvent, listenForEvents, notifyEvents, type OutboxEvent, type OutboxTables, readEvents } from './outbox.ts'
