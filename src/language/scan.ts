/** What the parts of the tokenizer share. */

/** Straight, curly and misused. */
export const APOSTROPHES = "'’`´"
/** What is cut off a word with its apostrophe: "it|'s". */
export const CLITIC = /['’`´](?:s|m|d|re|ve|ll)(?![\p{L}\p{N}])/iuy

/** End of the match of a sticky pattern at a place, or -1. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}
