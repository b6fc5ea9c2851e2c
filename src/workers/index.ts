/**
 * The workers room: one machine's threads and many machines' queue, both running the same batch function.
 * Not built yet.
 */
export {}
