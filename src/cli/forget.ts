import type { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import { findToForget, forget, openRecord, openWriter, type Snapshot } from '../record/index.ts'
import { guarded } from './guarded.ts'
import { counted, onRecord, type RecordOptions, waiting } from './record.ts'

const examples = `
Examples:
  $ onrecord forget 2ccde97d14b37337…          a document, by its id in documents
  $ onrecord forget 'Ada Quill'                a person: rows gone, name blanked in the articles that stay
  $ onrecord forget --where "outlet = 'Meridian Wire'"
  $ onrecord forget 'Ada Quill' --dry-run      what would go

A document goes with all its rows. An actor (by id or name) goes from every document: what they said, did and promised, and
their names, which are blanked in text, title, byline and captions; a name that onrecord did not read as theirs, or that stands in
an address, stays. When the command returns, no file of the record holds what was forgotten, and add passes it over from then
on (unless --remember): the record keeps a digest of ids to know it by. Copies elsewhere, such as backups, are yours to mind.
Exit status: 0 forgotten, 1 not, 2 wrong usage.`

interface Options extends RecordOptions {
  where?: string
  dryRun?: boolean
  wait?: number
}

/** `onrecord forget`: takes documents and people out of a record. */
export function addForget(program: Command): void {
  const command = program.command('forget').description('Take documents or people out of a record, for good.')
  waiting(onRecord(command))
    .argument('[what...]', 'ids of documents, or ids or names of actors')
    .option('--where <condition>', 'documents by an SQL condition on the table documents')
    .option('--dry-run', 'say what would go, and leave it')
    .addHelpText('after', examples)
    .action(guarded(forgetAll))
}

async function forgetAll(what: string[], options: Options): Promise<void> {
  const { record: folder, where, dryRun, wait } = options
  if (what.length === 0 && where === undefined) {
    throw new OnrecordError('E_FORGET', 'Say what: ids of documents, ids or names of actors, or --where.')
  }
  const find = (record: Snapshot) => findToForget(record, what, where)
  if (dryRun) return told('Would go', await find(await openRecord(folder)))
  await openRecord(folder)
  const writer = await openWriter(folder, wait)
  try {
    const found = await find(writer.record)
    await forget(writer, found)
    told('Forgotten', found)
  } finally {
    writer.close()
  }
}

function told(how: string, { gone, actors, naming }: Awaited<ReturnType<typeof findToForget>>): void {
  const people =
    actors.length > 0 ? `, ${counted(actors.length, 'actor')} in ${counted(naming, 'document')} that stay` : ''
  process.stdout.write(`${how}: ${counted(gone.documents.length, 'document')}${people}\n`)
}
