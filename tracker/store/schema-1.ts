/** Schema 1. Statements are parted by a line `--;` (function bodies hold semicolons). */
export const SCHEMA_1 = `
create table dataset (
  name text primary key,
  as_of text not null
)
--;
-- Public records, one shape everywhere: body is compact JSON in the field order of lib/wire.
create table record (
  dataset text not null references dataset,
  kind text not null,
  id text not null,
  body text not null,
  pos bigint generated always as identity,
  primary key (dataset, kind, id)
)
--;
create index record_promise_post on record (dataset, ((body::json ->> 'postId')))
  where kind = 'promise'
--;
-- Files of a ledger folder that are kept for export and never published.
create table kept_file (
  dataset text not null references dataset,
  name text not null,
  body text not null,
  primary key (dataset, name)
)
--;
create table log_head (
  dataset text primary key references dataset,
  salt text not null,
  rev bigint not null default 0,
  published_rev bigint not null default 0,
  floor bigint not null default 0,
  live_rows bigint not null default 0,
  sum64 text not null default '0000000000000000',
  head text,
  epoch text,
  issued text
)
--;
-- Ids only: repeated edits coalesce, and private columns stay out by construction.
create table outbox (
  oid bigint generated always as identity primary key,
  dataset text not null,
  kind text not null,
  id text not null
)
--;
create function record_to_outbox() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into outbox (dataset, kind, id) values (old.dataset, old.kind, old.id);
  elsif tg_op = 'INSERT' or new.body is distinct from old.body then
    insert into outbox (dataset, kind, id) values (new.dataset, new.kind, new.id);
  end if;
  return null;
end $$
--;
create trigger record_to_outbox after insert or update or delete on record
  for each row execute function record_to_outbox()
--;
-- body null: a tombstone.
create table log (
  dataset text not null,
  rev bigint not null,
  kind text not null,
  id text not null,
  body text,
  primary key (dataset, rev)
)
--;
create index log_of_record on log (dataset, kind, id, rev)
--;
-- The last published version of each record; hash null: a tombstone.
create table live (
  dataset text not null,
  kind text not null,
  id text not null,
  rev bigint not null,
  hash text,
  primary key (dataset, kind, id)
)
--;
create table published_file (
  dataset text not null,
  path text not null,
  sha256 text not null,
  bytes bigint not null,
  gz bytea not null,
  retired_at text,
  primary key (dataset, path)
)
--;
create table segment (
  dataset text not null,
  from_rev bigint not null,
  to_rev bigint not null,
  rows bigint not null,
  bytes bigint not null,
  sha256 text not null,
  path text not null,
  primary key (dataset, from_rev)
)
--;
create table snapshot_part (
  dataset text not null,
  part int not null,
  rev bigint not null,
  made_at text not null,
  rows bigint not null,
  bytes bigint not null,
  sha256 text not null,
  path text not null,
  primary key (dataset, part)
)
--;
-- Records removed for legal reasons whose text still stands in the log and in files; emptied by the publisher.
create table removal (
  dataset text not null,
  kind text not null,
  id text not null,
  at text not null
)
--;
-- Nothing about the asker but the day: a token cannot be traced to a person.
create table token (
  hash text primary key,
  scope text not null check (scope in ('clip', 'review', 'admin')),
  invited boolean not null default false,
  made_on text not null
)
--;
create table clip (
  seq bigint generated always as identity,
  id text primary key,
  dataset text not null references dataset,
  author text not null,
  body text not null,
  body_sha256 text not null,
  state text not null default 'received'
    check (state in ('received', 'accepted', 'merged', 'rejected', 'withdrawn')),
  survivor_id text,
  reason text,
  received_on text not null,
  decided_at text
)
--;
create index clip_queue on clip (dataset, seq) where state = 'received'
--;
create index clip_author on clip (author, received_on)
--;
-- Append-only log of decisions; the actor is the short name of an editor's token.
create table decision (
  seq bigint generated always as identity primary key,
  at text not null,
  actor text not null,
  action text not null,
  subject text not null,
  reason text
)
--;
create function decision_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'decisions are append-only';
end $$
--;
create trigger decision_is_final before update or delete on decision
  for each row execute function decision_is_final()
`;
