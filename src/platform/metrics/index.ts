export { gatheredFigures, type Metrics, openMetrics, ownFigures, serveMetrics, shareFigures } from './metrics.ts'
