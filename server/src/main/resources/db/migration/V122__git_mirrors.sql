create table git_mirrors (
    url        text primary key,
    repository text        not null unique,
    secret     text,
    wanted_at  timestamptz not null,
    fetched_at timestamptz,
    due_at     timestamptz not null,
    failure    text,
    failures   int         not null default 0
);
create index git_mirrors_due on git_mirrors (due_at);
