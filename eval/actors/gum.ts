/**
 * Coreference on GUM's dev documents, of every genre. Chains are those of people and organisations that are somewhere called by
 * name (a mention with a proper noun as its head); first and second person are left out, for onrecord does not model who "I" is. A mention
 * is its head ("minspan"). The text is put together from the tokens.
 */
import { join } from 'node:path'
import { bytesOf, digestOf, type Score } from '../data.ts'
import { mentionsIn } from './coreference.ts'
import { countLinks, type GoldMention, linkScores, noLinks } from './links.ts'

const modelled = new Set(['person', 'organization'])
const third = /^(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|themselves)$/i
const personal = /^(?:he|him|his|himself|she|her|hers|herself)$/i
const speaker = /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|yourself)$/i

interface Token {
  start: number
  end: number
  form: string
  tag: string
}
interface Document {
  text: string
  chains: GoldMention[][]
}

/** The documents of a file with GUM's "Entity=" notation: opening "(id-type-…-minspan-link", closing "id)". */
export function documentsOf(conllu: string): Document[] {
  return conllu
    .split(/^(?=# newdoc id)/m)
    .filter((part) => part.startsWith('# newdoc'))
    .map(documentOf)
}

function documentOf(part: string): Document {
  const tokens: Token[] = []
  const open: { id: string; type: string; first: number; heads: number[] }[] = []
  const chains = new Map<string, { type: string; mentions: GoldMention[] }>()
  let text = ''
  for (const line of part.split('\n')) {
    if (line === '') text += '\n'
    const cells = line.split('\t')
    if (cells.length !== 10 || !/^\d+(?:-\d+)?$/.test(cells[0]!)) continue
    // "daughter's" is written once as a whole; its parts follow.
    if (cells[0]!.includes('-')) continue
    const form = cells[1]!
    tokens.push({ start: text.length, end: text.length + form.length, form, tag: cells[3]! })
    const joined = /SpaceAfter=No/.test(cells[9]!) || isJoined(part, line)
    text += form + (joined ? '' : ' ')
    const entity = /(?:^|\|)Entity=([^|]+)/.exec(cells[9]!)?.[1] ?? ''
    for (const [, opened, closed, closes] of entity.matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)) {
      if (opened !== undefined) {
        const [id, type, , , , minspan] = opened.split('-')
        open.push({ id: id!, type: type!, first: tokens.length - 1, heads: (minspan ?? '1').split(',').map(Number) })
      }
      const ended = closed ? open.length - 1 : closes ? open.findLastIndex((it) => it.id === closes) : -1
      if (ended < 0) continue
      const { id, type, first, heads } = open.splice(ended, 1)[0]!
      const inner = heads.map((n) => tokens[first + n - 1]).filter((token) => token !== undefined)
      const chain = chains.get(id) ?? { type, mentions: [] }
      chains.set(id, chain)
      const mention = mentionOf(inner, tokens.length - first)
      if (mention) chain.mentions.push(mention)
    }
  }
  return {
    text,
    chains: [...chains.values()]
      .filter(({ type, mentions }) => modelled.has(type) && mentions.some(({ kind }) => kind === 'name'))
      .map(({ mentions }) => mentions),
  }
}

/** Whether a word's parts are written together: all but the last of "1-2 daughter's". */
function isJoined(part: string, line: string): boolean {
  const at = part.indexOf(`\n${line}`)
  const range = /(?:^|\n)(\d+)-(\d+)\t[^\n]*\n(?:\d+\t[^\n]*\n)*$/.exec(part.slice(Math.max(0, at - 1500), at + 1))
  const n = Number(line.split('\t')[0])
  return range !== null && n >= Number(range[1]) && n < Number(range[2])
}

function mentionOf(heads: readonly Token[], length: number): GoldMention | undefined {
  const [head] = heads
  if (!head || (length === 1 && speaker.test(head.form))) return undefined
  const pronoun = length === 1 && third.test(head.form)
  return {
    start: head.start,
    end: heads.at(-1)!.end,
    kind: pronoun ? 'pronoun' : heads.some(({ tag }) => tag === 'PROPN') ? 'name' : 'nominal',
    personal: pronoun && personal.test(head.form),
  }
}

export async function gumScores(
  data: string,
  onMiss: (words: string, kind: string, got: string | undefined) => void = () => {},
): Promise<Score[]> {
  const path = join(data, 'treebank', 'gum-entities-dev.conllu.gz')
  const tally = noLinks()
  for (const { text, chains } of documentsOf(bytesOf(path).toString('utf8'))) {
    countLinks(chains, await mentionsIn(text), tally, (it, _, got) =>
      onMiss(text.slice(it.start - 30, it.end), it.kind, got),
    )
  }
  return linkScores('gum', tally, digestOf(path))
}
