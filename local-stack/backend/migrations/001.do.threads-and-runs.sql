create table threads (
  id text primary key,
  user_id text not null,
  title text not null,
  metadata jsonb not null,
  -- The newest event's number; events of a thread are numbered 1, 2, 3 … without gaps.
  last_sequence integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on threads (user_id, created_at desc);

create table runs (
  id text primary key,
  thread_id text not null references threads on delete cascade,
  user_id text not null,
  status text not null check (status in ('running', 'completed', 'failed', 'cancelled')),
  error text,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);
create index on runs (user_id) where status = 'running';
create index on runs (thread_id);

create table messages (
  id text primary key,
  position bigint generated always as identity,
  thread_id text not null references threads on delete cascade,
  user_id text not null,
  role text not null check (role in ('user', 'assistant')),
  content text not null,
  run_id text references runs on delete cascade,
  client_message_id text,
  metadata jsonb not null,
  created_at timestamptz not null default now(),
  unique (user_id, client_message_id)
);
create index on messages (thread_id, position);

create table events (
  thread_id text not null references threads on delete cascade,
  sequence integer not null,
  event_id text not null unique,
  run_id text not null references runs on delete cascade,
  type text not null,
  -- json, not jsonb: what is replayed reads letter for letter like what was told.
  payload json not null,
  created_at timestamptz not null,
  primary key (thread_id, sequence)
);
create index on events (run_id, sequence);
