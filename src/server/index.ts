/**
 * The server room: the HTTP API over a record, and the workbench it serves.
 * Not built yet.
 */
export {}
