/** What a commitment's words say of its condition and its deadline. */
import { dayIn } from '../events/index.ts'
import type { Commitment, Span } from '../reading.ts'

const condition =
  /(?<![\p{L}’'-])(?:(?:but )?only if|if|unless|(?<!at )once(?! (?:to|a|again|more|in|every|and)(?![\p{L}]))(?!\s*$)|as long as|so long as|provided(?: that)?|on (?:the )?condition that|in (?:return|exchange) for)(?![\p{L}’'-])[^;—]*/iu
const deadline =
  /(?<![\p{L}’'-])(?:by|before|no later than|within)\s+(?:the\s+)?(?:(?:end|middle|start|beginning|summer|spring|autumn|fall|winter)\b(?:\s+of)?(?:\s+(?:the|this|next))?(?:\s+[\p{L}\d]+){0,2}|(?:next|this)\s+\p{L}+|(?:mid-?)?\d{4}|\p{L}+\s+(?:hours|days|weeks|months|years)|\d+\s+(?:hours|days|weeks|months|years)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|midnight|noon|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?:\s+\d{1,2})?(?:,?\s+\d{4})?)/iu

export interface Terms {
  about: Span
  condition?: Span
  deadline?: Commitment['deadline']
}

/** Parts a commitment's words into what it is about, on what condition and by when. */
export function termsOf(text: string, content: Span, published?: string): Terms {
  const words = text.slice(content.start, content.end)
  const found = condition.exec(words)
  const due = deadline.exec(words)
  const at = (match: RegExpExecArray): Span => {
    const start = content.start + match.index
    const length = match[0].replace(/[\s,.;:!?"”’']+$/, '').length
    return { start, end: start + length }
  }
  const bare = withoutOpener(text, content)
  // A condition that closes the sentence is no part of what is promised; one that opens it is passed over likewise.
  const about =
    found && content.start + found.index > bare.start
      ? trimmed(text, { start: bare.start, end: at(found).start })
      : bare
  const day = due && dayIn(due[0], published, true)
  return {
    about: about.end > about.start ? about : content,
    ...(found && { condition: at(found) }),
    ...(due && { deadline: { ...at(due), ...(day && { date: day }) } }),
  }
}

/** Without the "that" or "to" that joins it to its cue. */
function withoutOpener(text: string, { start, end }: Span): Span {
  const opener = /^(?:that|to|for|of)\s+/i.exec(text.slice(start, end))
  return { start: start + (opener?.[0].length ?? 0), end }
}

function trimmed(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).replace(/[\s,]+(?:and|but)?[\s,]*$/, '').length }
}
