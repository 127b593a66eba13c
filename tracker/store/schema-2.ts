/** Schema 2: verdicts that wait for a second person, and the days on which the digest went out. */
export const SCHEMA_2 = `
-- Never published from here: a proposal becomes a record, or is forgotten.
create table proposal (
  seq bigint generated always as identity,
  dataset text not null references dataset,
  kind text not null,
  id text not null,
  body text not null,
  actor text not null,
  at text not null,
  primary key (dataset, kind, id)
)
--;
create index record_event_promise on record (dataset, ((body::json ->> 'promiseId')))
  where kind = 'statusEvent'
--;
create table digest_day (day text primary key)
`;
