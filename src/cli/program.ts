import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { packageRoot } from '../package-root.ts'
import { addActors } from './actors.ts'
import { addAdd } from './add.ts'
import { addCheck } from './check.ts'
import { addCompact } from './compact.ts'
import { addExplain } from './explain.ts'
import { addExport } from './export.ts'
import { addForget } from './forget.ts'
import { addLedger } from './ledger.ts'
import { addParse } from './parse.ts'
import { addRead } from './read.ts'
import { addSearch } from './search.ts'
import { addServe } from './serve.ts'
import { addSql } from './sql.ts'
import { addStatus } from './status.ts'

const { version, description } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))

/** The whole command line. Exit status: 0 all read, 1 something could not be read, 2 the command was wrong. */
export function program(): Command {
  const onrecord = new Command('onrecord')
    .description(description)
    .version(version)
    .addHelpText('after', '\nExample:\n  $ onrecord read examples/briefs    read a folder of articles\n')
    .showHelpAfterError('Run with --help to see what it takes.')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  addRead(onrecord)
  addExplain(onrecord)
  addAdd(onrecord)
  addStatus(onrecord)
  addSearch(onrecord)
  addSql(onrecord)
  addLedger(onrecord)
  addServe(onrecord)
  addCheck(onrecord)
  addCompact(onrecord)
  addForget(onrecord)
  addParse(onrecord)
  addExport(onrecord)
  addActors(onrecord)
  return onrecord
}
