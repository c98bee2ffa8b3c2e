export { type DataJsonDataset, datasetsOf, datasetToQuads, isDataset } from './dataset-quads.ts'
