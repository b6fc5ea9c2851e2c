/** The command line: one file a command, each with a function that adds it to the program. */
export { run } from './program.ts'
