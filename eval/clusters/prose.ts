/**
 * Made-up news prose: sentences of a small grammar over word lists of our own, in countries that are nowhere. Its words are
 * drawn as language draws them (a few often, most seldom), its set phrases are those that all news shares, so that strangers
 * have as much in common here as they do in print.
 */
import type { Random } from '../random.ts'

const list = (words: string): string[] => words.split(' ')

const nouns = list(
  'government minister border army talks city people war report police town council party village group convoy weapon election court road bank law force attack plan ceasefire rebel market school officer hospital province leader vote prison river oil treaty sanction protest company worker price camp aid refugee bridge envoy mission pipeline harbour factory regiment checkpoint farm mine railway port budget tax strike union church mosque university student teacher doctor nurse driver fisherman judge lawyer mayor governor senator deputy general colonel sergeant pilot sailor guard smuggler trader farmer herder landlord tenant widow orphan crowd march rally siege raid ambush patrol warning letter statute decree clause draft annex map survey census ballot coalition cabinet faction tribe clan militia brigade garrison depot arsenal missile shell rifle drone tank truck ferry tunnel dam canal reservoir grain wheat flour bread fuel diesel power turbine grid cable tower antenna broadcast newspaper editor reporter witness suspect charge verdict appeal sentence fine ransom hostage captive exile passport visa consulate embassy summit delegate mediator observer inspector auditor donor lender creditor bond currency tariff quota subsidy harvest drought flood quake storm fire epidemic vaccine clinic ward',
)
const adjectives = list(
  'new former senior local foreign military political economic northern southern western eastern armed public national small large old young heavy long early late private secret joint regional federal rural coastal disputed ruined crowded empty fragile lasting temporary urgent bitter narrow broad costly modest sudden quiet angry wounded displaced hungry stranded jailed elected appointed rival allied neutral mountainous remote flooded burnt shuttered besieged unpaid retired acting outgoing visiting masked unarmed',
)
const past = list(
  'said took left held met signed opened closed reached called sent moved stopped blocked crossed seized promised refused accepted rejected delayed approved demanded offered warned attacked shelled freed arrested jailed fined paid built burned repaired emptied searched guarded mined cleared bombed fled returned gathered marched voted resigned collapsed failed grew fell rose doubled halved reopened suspended renewed extended lifted imposed tightened eased widened buried mourned praised blamed questioned summoned expelled hosted invited ignored postponed cancelled launched halted resumed shipped smuggled stole recovered inspected counted registered vaccinated fed housed evacuated rescued',
)
const adverbs = list(
  'quickly slowly openly quietly again later earlier overnight twice briefly largely partly finally together repeatedly',
)
export const places = list(
  'Strelsau Zenda Hentzau Tarlenheim Hofbau Kravonia Slavna Volseni Dobrava Praslok Lerna Mittenheim Glottenberg Krasnograd Belvary Ostrin Velike Sabor Trnava Miresh Kolvar Dunmere Aldgarth Perrin Quell Sanford Harrowby Tessaly Orlane Vessia',
)
export const countries = list(
  'Ruritania Kravonia Glottenberg Borduria Syldavia Grand-Fenwick Carpania Lutha Graustark Dawsbergen Axphain Orsinia',
)
const firsts = list(
  'Rudolf Flavia Fritz Antoinette Rupert Osra Sergius Marya Stefan Ilse Karel Vera Boris Nadia Emil Greta Pavel Lena Viktor Olga Anton Rosa Marek Tilda Oskar Irma',
)
const lasts = list(
  'Elphberg Sapt Tarlenheim Rischenheim Bersonin Detchard Lauengram Krafstein Strofzin Modenstein Alvara Zerkov Stenovics Mistitch Lukovitch Ellenburg Markart Rastatz Baroni Vallorbes Hentzen Drury Petrak Novotny Halvard Bruun',
)
const offices = list('minister spokesman spokeswoman governor mayor envoy colonel general ambassador adviser')
/** What all news says: the phrases that strangers share. */
const openings = [
  'According to state media,',
  'On Monday,',
  'On Tuesday,',
  'On Wednesday,',
  'On Thursday,',
  'On Friday,',
  'At the same time,',
  'In a separate development,',
  'Earlier this week,',
  'As a result,',
  'For the first time in years,',
  'In the past few months,',
  'In the wake of the attack,',
  'Despite the ceasefire,',
  'By the end of the year,',
  'In recent weeks,',
]
const closings = [
  ', officials said',
  ', the foreign ministry said',
  ', according to the United Nations',
  ', a spokesman said',
  ', state media reported',
  ', residents said',
  ', two officials said on condition of anonymity',
  ', the government said in a statement',
  ', he said',
  ', she added',
  ', it said in a statement',
  ', according to people familiar with the matter',
  ', police said on Monday',
  ', aid workers said',
]
const links = [
  'of the',
  'in the',
  'near the',
  'from the',
  'for the',
  'against the',
  'after the',
  'with a',
  'of',
  'before the',
  'over the',
  'under a',
]

export const personOf = (chance: Random): string => `${chance.of(firsts)} ${chance.of(lasts)}`

function nounPhrase(chance: Random): string {
  const head = chance.zipf(nouns)
  const how = chance.next()
  const described = how < 0.45 ? `${chance.zipf(adjectives)} ${head}` : head
  if (chance.next() < 0.12) return `${chance.of(places)}`
  if (chance.next() < 0.1) return `${chance.of(offices)} ${personOf(chance)}`
  const determined = `${chance.of(['the', 'the', 'the', 'a', 'its', 'their', 'some', `${chance.between(2, 90)}`])} ${described}`
  return chance.next() < 0.35
    ? `${determined} ${chance.of(links)} ${chance.zipf(adjectives)} ${chance.zipf(nouns)}`
    : determined
}

const clause = (chance: Random): string =>
  `${nounPhrase(chance)} ${chance.next() < 0.15 ? `${chance.of(adverbs)} ` : ''}${chance.zipf(past)} ${nounPhrase(chance)}${
    chance.next() < 0.5 ? ` ${chance.of(links)} ${chance.zipf(nouns)}` : ''
  }`

/** A sentence of 8 to 35 words. */
export function sentence(chance: Random): string {
  const opening = chance.next() < 0.25 ? `${chance.of(openings)} ` : ''
  const middle =
    chance.next() < 0.55
      ? `${clause(chance)} ${chance.of(['and', 'while', 'but', 'after', 'because', 'as'])} ${clause(chance)}`
      : clause(chance)
  const closing = chance.next() < 0.35 ? chance.of(closings) : ''
  const text = `${opening}${middle}${closing}.`
  return text[0]!.toUpperCase() + text.slice(1)
}

/** What somebody is quoted with, 8 to 45 words, without marks. */
export const quotation = (chance: Random): string =>
  Array.from({ length: chance.between(1, 2) }, () => sentence(chance)).join(' ')

/** Another word of the same class; a word of no class stays. */
export function synonym(word: string, chance: Random): string {
  const group = [nouns, adjectives, past, adverbs].find((words) => words.includes(word))
  return group ? chance.zipf(group) : word
}
