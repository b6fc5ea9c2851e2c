/**
 * The record room: readings kept on disk as immutable Parquet segments behind a manifest, with views, search and clusters.
 * Not built yet: `onrecord read` prints readings, nothing keeps them.
 */
export {}
