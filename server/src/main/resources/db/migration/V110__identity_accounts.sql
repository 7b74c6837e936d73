-- People, what is granted to them here (groups come from Git), and how they sign in.
create table identity_accounts (
    name            text        primary key,
    display_name    text        not null,
    email           text        not null,
    password_hash   text,
    created_at      timestamptz not null,
    last_sign_in_at timestamptz
);

create table identity_grants (
    account text not null references identity_accounts (name) on delete cascade,
    role    text not null,
    primary key (account, role)
);

-- Only hashes: who reads the table cannot use what it holds.
create table identity_sign_in_links (
    hash       text        primary key,
    account    text        not null references identity_accounts (name) on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create table identity_tokens (
    account      text        not null references identity_accounts (name) on delete cascade,
    name         text        not null,
    hash         text        not null unique,
    scopes       text        not null,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    primary key (account, name)
);

create table identity_sign_in_attempts (
    subject  text        primary key,
    attempts int         not null,
    since    timestamptz not null
);

-- Spring Session's tables, as its documentation gives them for PostgreSQL.
create table identity_sessions (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index identity_sessions_session_id on identity_sessions (session_id);
create index identity_sessions_expiry_time on identity_sessions (expiry_time);
create index identity_sessions_principal_name on identity_sessions (principal_name);

create table identity_sessions_attributes (
    session_primary_id char(36)     not null references identity_sessions (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
