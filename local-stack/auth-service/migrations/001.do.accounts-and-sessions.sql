create table accounts (
  id text primary key,
  email text not null,
  email_key text not null unique,
  name text not null,
  permissions text[] not null,
  auth_provider text not null,
  provider_subject text,
  password_hash text,
  created_at timestamptz not null default now(),
  unique (auth_provider, provider_subject)
);

-- A session is one sign-in on one device; all tokens that grow from it are its family.
create table sessions (
  id text primary key,
  account_id text not null references accounts on delete cascade,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);

create table tokens (
  jti text primary key,
  session_id text not null references sessions on delete cascade,
  kind text not null check (kind in ('access', 'refresh')),
  expires_at timestamptz not null,
  spent_at timestamptz
);
create index on tokens (session_id);

-- Tokens that were signed elsewhere with the platform's secret and then logged out.
create table revoked_tokens (
  jti text primary key,
  expires_at timestamptz not null
);

create table sign_in_attempts (
  state text primary key,
  browser text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
