export { type Database, databaseAnswers, openDatabase, type Scope } from './database.ts'
export { type EmbeddedPostgres, freePort, startPostgres } from './embedded.ts'
export { findMigrations, migrate } from './migrate.ts'
export { manyShapes } from './prepared.ts'
