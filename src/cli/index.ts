/** The command line: one file a command, each a function that adds itself to the program. */
export { program } from './program.ts'
