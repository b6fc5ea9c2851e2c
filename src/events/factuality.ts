/** Whether a deed is told as done, to come, supposed, denied or long past (PLOVER manual, "Auxiliary modes"). */
import type { Factuality } from '../reading.ts'

const negations = /^(?:not|n't|n’t|never|no|neither|nor|without)$/
const futures = /^(?:will|wo|shall|’ll|'ll)$/
const hypotheses = /^(?:would|could|might|may|should|can|must|ca)$/
const conditions = /^(?:if|unless|whether)$/
const intentions =
  /^(?:plan|plans|planned|planning|prepared|intend|intends|intended|vow|vows|vowed|promise|promises|promised|pledge|pledges|pledged|agree|agrees|agreed|offer|offers|offered|offering|threaten|threatens|threatened|threatening|prepare|prepares|prepared|preparing|ready|due|about|going|set|expected|want|wants|wanted|seek|seeks|sought|hope|hopes|hoped)$/
const refusals = /^(?:fail|fails|failed|refuse|refuses|refused|decline|declines|declined|unable|unlikely)$/

export interface Clause {
  /** The sentence's words in lower case. */
  lower: readonly string[]
  /** Tokens [from, verb) are the verb group before the verb. */
  from: number
  verb: number
  /** Year of the article's date. */
  year?: number
}

/** A year this much before the article's makes its deed historical. */
const HISTORICAL_YEARS = 2

export function factualityOf({ lower, from, verb, year }: Clause): Factuality {
  const group = lower.slice(from, verb)
  if (group.some((word) => negations.test(word))) return 'negated'
  const infinitive = group.includes('to')
  if (infinitive && refusals.test(lower[from - 1] ?? '')) return 'negated'
  if (startsCondition(lower, from)) return 'hypothetical'
  if (group.some((word) => futures.test(word))) return 'future'
  if (infinitive && intentions.test(lower[from - 1] ?? lower[from] ?? '')) return 'future'
  if (group.some((word) => hypotheses.test(word))) return 'hypothetical'
  if (infinitive && group[0] === 'to') return 'hypothetical'
  if (year !== undefined && namesOldYear(lower, year)) return 'historical'
  return 'asserted'
}

/** "if", "unless" before the verb in its clause. */
function startsCondition(lower: readonly string[], from: number): boolean {
  for (let i = from - 1; i >= 0 && !/^[,;:.]$/.test(lower[i]!); i--) if (conditions.test(lower[i]!)) return true
  return false
}

const namesOldYear = (lower: readonly string[], year: number) =>
  lower.some((word, i) => {
    const named = /^(?:in|since|of|from|during)$/.test(lower[i - 1] ?? '') && /^(?:1[5-9]|20)\d\d$/.test(word)
    return named && year - Number(word) >= HISTORICAL_YEARS
  })
