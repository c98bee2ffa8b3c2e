import { openSearchIndex } from '../client.ts'
import { describeSearchIndex } from '../contract.ts'

describeSearchIndex('own index in a worker thread', (directory, schema) => openSearchIndex({ directory, schema, saveAfter: 0 }))
describeSearchIndex('own index in two worker threads', (directory, schema) =>
  openSearchIndex({ directory, schema, saveAfter: 0, readers: 2 }),
)
