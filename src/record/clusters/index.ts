/** Syndication: which documents carry one report, and which of them came first. */
export { type Clustered, clustersOf, type Signable, type Signed, signed } from './clusters.ts'
