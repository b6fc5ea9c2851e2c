import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { packageRoot } from '../package-root.ts'

/** Adds one command to the program. */
type Add = (program: Command) => void

/** The commands in the order of the help. Each loads its own rooms only: a version or a search waits for no model and no parser. */
const commands: Record<string, () => Promise<Add>> = {
  read: async () => (await import('./read.ts')).addRead,
  explain: async () => (await import('./explain.ts')).addExplain,
  add: async () => (await import('./add.ts')).addAdd,
  watch: async () => (await import('./watch.ts')).addWatch,
  queue: async () => (await import('./queue.ts')).addQueue,
  work: async () => (await import('./work.ts')).addWork,
  status: async () => (await import('./status.ts')).addStatus,
  search: async () => (await import('./search.ts')).addSearch,
  sql: async () => (await import('./sql.ts')).addSql,
  ledger: async () => (await import('./ledger.ts')).addLedger,
  serve: async () => (await import('./serve.ts')).addServe,
  check: async () => (await import('./check.ts')).addCheck,
  compact: async () => (await import('./compact.ts')).addCompact,
  forget: async () => (await import('./forget.ts')).addForget,
  parse: async () => (await import('./parse.ts')).addParse,
  export: async () => (await import('./export.ts')).addExport,
  actors: async () => (await import('./actors.ts')).addActors,
}

/** The commands that some arguments need: the one they name; none for the version; all for help, or to tell of a slip. */
function needed([first = '']: readonly string[]): string[] {
  if (Object.hasOwn(commands, first)) return [first]
  return first === '--version' || first === '-V' ? [] : Object.keys(commands)
}

/**
 * Runs the command line with some arguments. Exit status: 0 all read, 1 something could not be read, 2 the command was wrong.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { version, description } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  const onrecord = new Command('onrecord')
    .description(description)
    .version(version)
    .addHelpText('after', '\nExample:\n  $ onrecord read examples/briefs    read a folder of articles\n')
    .showHelpAfterError('Run with --help to see what it takes.')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  for (const name of needed(args)) (await commands[name]!())(onrecord)
  await onrecord.parseAsync(args, { from: 'user' })
}
