/** The turns of a transcript, an interview or a list of posts: "SMITH: …", "Q. …", "@adaquill: …". */
import type { Analysis } from '../language/index.ts'
import type { Span } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'
import type { Found } from './found.ts'

/** Fewer labels are a heading or a caption. */
const MIN_TURNS = 2

const name = String.raw`\p{Lu}[\p{L}.'’-]*`
const label = new RegExp(
  String.raw`^[ \t]*(?:(?<letter>Q|A|Question|Answer)(?<mark>[.:])|(?<label>@\w{2,30}|${name}(?: ${name}| of| the| de| van| von){0,6}(?: \([^()\n]{1,40}\))?)(?<colon>:))[ \t]+(?=\S)`,
  'gmu',
)
const titled = /^(?:MR|MRS|MS|DR|SEN|REP|GOV|GEN|THE|SPEAKER|MODERATOR)\b|^@|\(@/i

/** People who talk say "I", "we" and "you", or ask; what stands under headings hardly does. */
const spoken = /\b(?:I|me|my|we|us|our|you|your)\b|\?/i
/** Share of the labelled lines that must sound so. */
const SPOKEN = 0.5

/** Whether lines under labels in capitals, of at least two people nobody has named before, make most of a text and sound like talk. */
function isConversation(text: string, labelled: readonly { words: string; turn: Turn }[]): boolean {
  const lines = [...text.matchAll(/\S[^\n]*/g)].length
  const sounding = labelled.filter(({ turn: { start, end } }) => spoken.test(text.slice(start, end))).length
  const names = new Set(labelled.map(({ words }) => words)).size
  return names > 1 && labelled.length * 2 >= lines && sounding >= SPOKEN * labelled.length
}

interface Turn {
  source: Span
  cue: Span
  start: number
  end: number
}

/** The turns of a text in order; none where its labels look like headings. */
export function turnsIn(analysis: Analysis): Found[] {
  const { text } = analysis
  const lines = labelledLines(analysis)
  if (lines.length < MIN_TURNS) return []
  const count = [...text.matchAll(/\S[^\n]*/g)].length
  // In a transcript what bears no label goes on; in a report it is the reporter's.
  const isTranscript = lines.length * 2 >= count
  return lines.map(({ source, cue, start, end }, i) => {
    const last = isTranscript ? (lines[i + 1]?.source.start ?? text.length) : end
    const content = [...text.slice(start, last).matchAll(/\S[^\n]*/g)].map((line) => ({
      start: start + line.index,
      end: start + line.index + line[0].trimEnd().length,
    }))
    const asks = text[content.at(-1)!.end - 1] === '?'
    return { source, cue, content, act: asks ? 'ask' : 'say', rule: 'turn', form: 'direct' }
  })
}

/**
 * Lines that begin with somebody's label: a letter, a handle, a title, a name in capitals that the analysis knows, any that
 * comes again, and beside those any in capitals. What follows has words: "Quill: 46" counts votes.
 */
function labelledLines({ text, names }: Analysis): Turn[] {
  const found = [...text.matchAll(label)].map((match) => {
    const { letter, mark, label, colon } = match.groups!
    const words = (letter ?? label)!
    const at = match.index + match[0].indexOf(words)
    const source = { start: at, end: at + words.length }
    const start = match.index + match[0].length
    const stop = text.indexOf('\n', start)
    const cue = { start: source.end, end: source.end + (mark ?? colon)!.length }
    return { words, isLetter: letter !== undefined, turn: { source, cue, start, end: stop < 0 ? text.length : stop } }
  })
  const times = new Map<string, number>()
  for (const { words } of found) times.set(words, (times.get(words) ?? 0) + 1)
  const isPerson = ({ start, end }: Span) => {
    const known = names[firstEndingAfter(names, start)]
    return known !== undefined && known.type === 'PER' && known.start < end
  }
  const isCapital = (words: string) => words === words.toUpperCase()
  const isLabel = ({ words, isLetter, turn: { source } }: (typeof found)[0]) =>
    isLetter || titled.test(words) || times.get(words)! > 1 || (isCapital(words) && isPerson(source))
  // Where somebody talks, whoever else stands in capitals talks too.
  const inCapitals = found.filter((it) => isCapital(it.words))
  const isTalk = inCapitals.some(isLabel) || isConversation(text, inCapitals)
  return found
    .filter((it) => isLabel(it) || (isTalk && isCapital(it.words)))
    .filter(({ turn: { start, end } }) => /\p{L}{2}/u.test(text.slice(start, end)))
    .map(({ turn }) => turn)
}
