/**
 * Feeds as a source: RSS, Atom, RDF and JSON Feed, and OPML lists of them, read in a thread with bounds; `lookAt` asks a feed
 * whether it has changed. Which of its articles are new, and when to look again, is for those who watch it.
 */
export type { Feed, FeedItem } from './feed.ts'
export { type Look, lookAt, type Validators } from './open-feed.ts'
export { type FeedReader, startFeedReader } from './reader.ts'
