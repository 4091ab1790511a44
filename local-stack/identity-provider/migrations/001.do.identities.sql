create table identities (
  id text primary key,
  email text not null,
  name text not null,
  password_hash text not null,
  confirmation_code text not null unique,
  email_verified boolean not null default false,
  created_at timestamptz not null default now()
);
create index on identities (lower(email));

-- What oidc-provider keeps: sessions, interactions, grants, codes and tokens.
create table artifacts (
  kind text not null,
  id text not null,
  payload jsonb not null,
  grant_id text,
  uid text,
  expires_at timestamptz,
  primary key (kind, id)
);
create index on artifacts (grant_id);
create index on artifacts (uid);
