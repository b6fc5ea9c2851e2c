/** Whom a report leans on: "Reuters reported that C, citing two officials". They say C as well, and the report has it from them. */
import { type Given, headOf } from '../actors/index.ts'
import type { Token } from '../language/index.ts'
import type { Span } from '../reading.ts'
import { type Found, startOf } from './found.ts'
import { type Scene, spanOf, stagingOf } from './scene.ts'
import { isDocument } from './sourcing.ts'
import { phraseAfter } from './subject.ts'

/** Steps up the tree from "citing" to the verb of the report: over the reported verb, where the parser hung it there. */
const MAX_STEPS = 3

/**
 * The statements of a text with those of whom they cite, in order, and for each of these the statement that cites. They stand for
 * what the model makes of the same words: a statement that has no more to say than who is cited.
 */
export function withCited(found: readonly Found[], given: Given): { found: Found[]; citing: Map<Found, Found> } {
  const citing = new Map<Found, Found>()
  for (const scene of stagingOf(given.analysis).scenes) {
    scene.lower.forEach((word, i) => {
      if (!/^(?:citing|quoting)$/.test(word) || scene.quotation[i]) return
      const phrase = phraseAfter(scene, i + 1)
      const token = scene.tokens[i]!
      const outer = phrase && outerOf(token, found, given.analysis.tokens)
      const source = phrase && spanOf(scene, phrase.from, phrase.to)
      if (!outer || !source || !canSpeak(source, given)) return
      const content = outer.content.flatMap((span) => before(span, token, scene))
      const cue = { start: token.start, end: token.end }
      if (content.length > 0) citing.set({ source, cue, content, act: 'say', rule: 'citing' }, outer)
    })
  }
  if (citing.size === 0) return { found: [...found], citing }
  const cited = [...citing.keys()]
  const kept = found.filter(({ cue }) => !cue || !cited.some((it) => overlap(it.cue!, cue)))
  return { found: [...kept, ...cited].sort((a, b) => startOf(a) - startOf(b)), citing }
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The statement whose cue "citing" hangs from, in its own sentence. */
function outerOf(citing: Token, found: readonly Found[], tokens: readonly Token[]): Found | undefined {
  let above = tokens[citing.head]
  for (let step = 0; above && step < MAX_STEPS; step++) {
    const verb = above
    const outer = found.find(({ cue, source }) => cue && source && overlap(cue, verb))
    if (outer) return outer
    above = tokens[verb.head]
  }
  return undefined
}

/** People, bodies and papers are cited as sources; "citing costs" gives a reason. */
function canSpeak(source: Span, given: Given): boolean {
  const head = headOf(source, given)
  return head !== null && (head.actor !== undefined || head.role !== undefined || isDocument(head.text))
}

/** A content without the words from "citing" on, and the comma before it. */
function before(span: Span, citing: Token, { tokens }: Scene): Span[] {
  if (span.end <= citing.start) return [span]
  if (span.start >= citing.start) return []
  const last = tokens.findLast((it) => it.end <= citing.start && it.form !== ',')
  return last && last.end > span.start ? [{ start: span.start, end: last.end }] : []
}
