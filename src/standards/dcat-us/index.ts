export { type DcatUsDataset, dcatUsHead, writeDataset } from './write-dataset.ts'
