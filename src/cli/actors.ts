import { appendFile } from 'node:fs/promises'
import type { Command } from 'commander'
import {
  type Entry,
  faultIn,
  itemsIn,
  loadActors,
  ownId,
  type Vocabulary,
  vocabulary,
  vocabularyWith,
} from '../actors/index.ts'
import { OnrecordError } from '../errors.ts'
import { openOutput } from '../output.ts'
import { guarded } from './guarded.ts'

const examples = `
Examples:
  $ onrecord actors list --country SYR                who stands for Syria
  $ onrecord actors show Daesh                        what a name means, and its other names
  $ onrecord actors check mine.csv                    which lines cannot be read, and why
  $ onrecord actors import Phoenix.Countries.actors.txt --out mine.ndjson
  $ onrecord actors add 'Foreign Legion' --kind group --country FRA --sector MIL --to mine.ndjson
  $ onrecord read --actors mine.ndjson news/

Files may be PETRARCH dictionaries (actors and agents), CSV (.csv) or NDJSON (.ndjson: FollowTheMoney or onrecord's own), also .gz.
Exit status: 0 done, 1 something could not be read (the rest was), 2 wrong usage.`

/** `onrecord actors …`: the registry, and a user's own actors. */
export function addActors(program: Command): void {
  const actors = program.command('actors').description('Look up the registry of actors; check and import your own.')
  actors.addHelpText('after', examples)
  actors
    .command('list')
    .description('List the actors of the registry, one a line: id, kind, country, sector, name.')
    .option('--kind <kind>', 'only person, state, organisation or group')
    .option('--country <code>', 'only of this country (ISO 3166-1 alpha-3)')
    .option('--actors <file>', 'with your own; may be given again', collected)
    .addHelpText('after', examples)
    .action(guarded(list))
  actors
    .command('show')
    .description('Show what a name means: each actor with its names and dated offices.')
    .argument('<name>', 'a name, an abbreviation or an id')
    .option('--actors <file>', 'with your own; may be given again', collected)
    .addHelpText('after', examples)
    .action(guarded(show))
  actors
    .command('check')
    .description('Read files of your own and say which lines cannot be read, and why.')
    .argument('<file...>', 'files to check')
    .addHelpText('after', examples)
    .action(guarded((files: string[]) => convert(files, async () => {})))
  actors
    .command('import')
    .description("Turn files of actors into onrecord's own format (NDJSON), in bounded memory.")
    .argument('<file...>', 'files to import')
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText('after', examples)
    .action(guarded(importFiles))
  actors
    .command('add')
    .description('Add one actor to a file of your own.')
    .argument('<name>', 'the name shown')
    .requiredOption('--to <file>', 'an NDJSON file, made if it is not there')
    .option('--names <names>', 'other names, parted by "|"')
    .option('--kind <kind>', 'person, state, organisation, group or agent', 'organisation')
    .option('--country <code>', 'ISO 3166-1 alpha-3')
    .option('--sector <code>', 'PLOVER sector, such as GOV')
    .addHelpText('after', examples)
    .action(guarded(add))
}

type Row = Omit<Entry, 'names' | 'offices'> & { readonly names: readonly string[]; readonly offices?: Entry['offices'] }

const rowsOf = (words: Vocabulary): Row[] => [
  ...[...words.stateOf.values()].map(({ id, iso3, name, names, adjectives, people, capitals, qid }) => ({
    id,
    name,
    names: [...names, ...adjectives, ...people, ...capitals],
    kind: 'state' as const,
    country: iso3,
    qid,
  })),
  ...words.organisationOf.values(),
  ...[...words.personById.values()].map((person) => ({ ...person, offices: person.offices, kind: 'person' as const })),
]

/** Gathers an option that may be given again. */
export const collected = (file: string, before: string[] = []): string[] => [...before, file]

/** The registry with the actors of some files; lines that could not be read are told, and the rest counts. */
export async function ownActors(files: readonly string[]): Promise<Vocabulary> {
  const { entries, faults } = await loadActors(files)
  for (const fault of faults) tell(fault)
  return vocabularyWith(entries)
}

const chosen = async (files: string[] | undefined): Promise<Vocabulary> => (files ? ownActors(files) : vocabulary())

function tell({ file, line, reason }: { file: string; line: number; reason: string }): void {
  process.stderr.write(`warning W_ACTORS_LINE: ${file}:${line} was left out: ${reason}.\n`)
  process.exitCode = 1
}

async function list(options: { kind?: string; country?: string; actors?: string[] }): Promise<void> {
  const output = await openOutput()
  for (const { id, kind, country, sector, name } of rowsOf(await chosen(options.actors))) {
    if (options.kind && kind !== options.kind) continue
    if (options.country && country !== options.country.toUpperCase()) continue
    await output.write(`${[id, kind, country ?? '', sector ?? '', name].join('\t')}\n`)
  }
  await output.close()
}

const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\p{M}.~'’-]/gu, '')
    .toLowerCase()

async function show(name: string, options: { actors?: string[] }): Promise<void> {
  const wanted = folded(name)
  const rows = rowsOf(await chosen(options.actors)).filter((row) =>
    [row.id, row.name, ...row.names].some((form) => folded(form) === wanted),
  )
  if (rows.length === 0) {
    throw new OnrecordError(
      'E_UNKNOWN_ACTOR',
      `Nobody is called "${name}". Try another spelling, or onrecord actors list.`,
    )
  }
  const output = await openOutput()
  for (const { id, kind, country, sector, qid, name: shown, names, offices } of rows) {
    const facts = [kind, country, sector, qid].filter((it) => it !== undefined && it !== '')
    await output.write(`${shown}  (${id})\n  ${facts.join(' · ')}\n`)
    if (names.length > 0) await output.write(`  also: ${names.map((it) => it.replace(/^~/, '')).join(', ')}\n`)
    for (const { title, sector: held, country: of, from, to } of offices ?? []) {
      await output.write(
        `  ${from || '…'} to ${to || 'now'}  ${[of ?? undefined, held, title].filter(Boolean).join(' ')}\n`,
      )
    }
  }
  await output.close()
}

/** Gives each entry to `take` as it is read, and tells the faults. */
async function convert(files: string[], take: (entry: Entry) => Promise<void>): Promise<void> {
  let [entries, names, faults] = [0, 0, 0]
  for (const file of files) {
    for await (const item of itemsIn(file)) {
      if ('fault' in item) {
        faults++
        tell({ file, ...item.fault })
      } else {
        entries++
        names += 1 + item.entry.names.length
        await take(item.entry)
      }
    }
  }
  process.stderr.write(`${entries} actors with ${names} names; ${faults} lines left out\n`)
}

async function importFiles(files: string[], options: { out?: string }): Promise<void> {
  const output = await openOutput(options.out)
  await convert(files, ({ line: _, ...entry }) => output.write(`${JSON.stringify(entry)}\n`))
  await output.close()
}

interface AddOptions {
  to: string
  names?: string
  kind: string
  country?: string
  sector?: string
}

async function add(name: string, { to, names, kind, country, sector }: AddOptions): Promise<void> {
  const text = JSON.stringify({
    id: ownId(name),
    name,
    ...(names && { names: names.split('|') }),
    kind,
    ...(country && { country: country.toUpperCase() }),
    ...(sector && { sector: sector.toUpperCase() }),
  })
  const reason = faultIn(text)
  if (reason)
    throw new OnrecordError('E_ACTOR_ENTRY', `${name} was not added: ${reason}. See onrecord actors add --help.`)
  try {
    await appendFile(to, `${text}\n`)
  } catch (error) {
    throw new OnrecordError(
      'E_WRITE',
      `${to} could not be written (${(error as Error).message}). Check path and space.`,
    )
  }
}
