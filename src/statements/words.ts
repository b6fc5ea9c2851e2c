/** Small closed classes of English words that the shallow reading of a clause leans on. */

const set = (words: string) => new Set(words.split(' '))

/** Auxiliaries and modals: they stand in the verb group with the cue. */
export const auxiliaries = set(
  "have has had having is are was were be been being am do does did will would shall should can could may might must ’ve ’s ’d ’ll ’re 've 's 'd 'll 're to",
)
/** Adverbs that stand in the verb group; words in -ly do too. */
export const groupAdverbs = set(
  "also again still never not n’t n't later then once even ever just now often soon always already thus since long twice further instead himself herself themselves itself long first afterwards afterward separately beforehand",
)
/** Words that join or open a clause: no source reaches over them. */
export const clauseOpeners = set(
  'that if when while as because although though after before whether unless until since than where why how what but or so yet and nor that’s',
)
/** Words that open a sentence without being part of its subject. */
export const openers = set(
  'but and or yet so still however meanwhile then later earlier also besides moreover nevertheless instead overall thus therefore today yesterday tomorrow now finally separately similarly afterward afterwards though nonetheless once',
)
export const prepositions = set(
  'in on at by for from with without of to into over under about against between among during after before since until within through across near amid despite following toward towards around behind beyond upon like per via',
)
export const determiners = set(
  'the a an this that these those his her its their our my your some many several few all most other another any both each every no one two three four five',
)
export const subjectPronouns = set(
  'he she they it we i you who which what many some others most several few one all everyone nobody',
)
export const objectPronouns = set('him her them it us me you himself herself themselves')
export const days = set('monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow')

/** Words in -ly that are no adverbs. */
const notAdverbs = set(
  'italy july sicily family assembly ally rally reply supply apply rely imply comply multiply monopoly emily billy kelly sally molly early',
)
export const isAdverb = (word: string) =>
  groupAdverbs.has(word) || (word.length > 4 && word.endsWith('ly') && !notAdverbs.has(word))
/** Words for somebody who is not there: nobody says what they say. */
export const nobody = set('nobody none no-one')

export const isCapitalised = (form: string) => /^\p{Lu}/u.test(form)
export const isWord = (form: string) => /[\p{L}\p{N}]/u.test(form)
export const isOpeningQuote = (form: string) => /^(?:["“‘«]|``|''|')$/.test(form)
export const isStop = (form: string) => /^[.!?;:]$|^\.\.\.$|^…$/.test(form)
