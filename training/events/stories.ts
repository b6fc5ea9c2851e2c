/** Sentences that share much of their wording, told together: one template with other names, one report in two versions. */

/** Of the shorter sentence's runs of three words, the share from which two are of one story. */
const SHARED = 0.4

/** A sentence's letters and digits: what makes two copies of it equal. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** For each text the letters of the first of its story. */
export function storiesOf(texts: readonly string[]): string[] {
  const runs = texts.map(runsOf)
  const holders = new Map<string, number[]>()
  const leader = texts.map((_, i) => i)
  const leaderOf = (i: number): number => (leader[i] === i ? i : leaderOf(leader[i]!))
  for (const [i, own] of runs.entries()) {
    const shared = new Map<number, number>()
    for (const run of own) for (const j of holders.get(run) ?? []) shared.set(j, (shared.get(j) ?? 0) + 1)
    for (const [j, count] of shared) {
      if (count <= SHARED * Math.max(1, Math.min(own.size, runs[j]!.size))) continue
      const [a, b] = [leaderOf(i), leaderOf(j)]
      leader[Math.max(a, b)] = Math.min(a, b)
    }
    for (const run of own) holders.set(run, [...(holders.get(run) ?? []), i])
  }
  return texts.map((_, i) => lettersOf(texts[leaderOf(i)]!))
}

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\w+/g) ?? []
  return new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`))
}
