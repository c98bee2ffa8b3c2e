import { openSearchIndex } from '../client.ts'
import { describeSearchIndex } from '../contract.ts'

describeSearchIndex('own index in a worker thread', (directory, schema) => openSearchIndex({ directory, schema, saveAfter: 0 }))
