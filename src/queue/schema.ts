/**
 * What PostgreSQL holds beside pg-boss's own tables.
 *
 * A batch is the truth of what is to be done: pg-boss may archive its job, and a job is made anew by `retry`. A lease says who has
 * the job now. Its token never comes again, so that a worker which slept past its lease is told apart from the one after it.
 */
export const schema = `
CREATE SCHEMA IF NOT EXISTS onrecord;
CREATE TABLE IF NOT EXISTS onrecord.input (
  queue text NOT NULL,
  key text NOT NULL,
  PRIMARY KEY (queue, key)
);
CREATE TABLE IF NOT EXISTS onrecord.batch (
  queue text NOT NULL,
  id text NOT NULL,
  articles integer NOT NULL,
  bytes bigint NOT NULL,
  plain boolean NOT NULL,
  retries integer NOT NULL,
  inputs bytea,
  queued timestamptz NOT NULL DEFAULT now(),
  done timestamptz,
  failed timestamptz,
  fault text,
  PRIMARY KEY (queue, id)
);
CREATE INDEX IF NOT EXISTS batch_open ON onrecord.batch (queue) WHERE done IS NULL;
CREATE SEQUENCE IF NOT EXISTS onrecord.token;
CREATE TABLE IF NOT EXISTS onrecord.lease (
  queue text NOT NULL,
  job uuid NOT NULL,
  batch text NOT NULL,
  token bigint NOT NULL DEFAULT nextval('onrecord.token'),
  worker text NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (queue, job)
);
CREATE TABLE IF NOT EXISTS onrecord.segment (
  queue text NOT NULL,
  batch text NOT NULL,
  segment text,
  token bigint NOT NULL,
  worker text NOT NULL,
  added integer NOT NULL,
  seconds real NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (queue, batch)
);
`
