/** Syndication: which documents carry one report, and which of them came first. */
export { type Difference, differencesOf } from './differ.ts'
export { type Report, sameStory } from './same-story.ts'
