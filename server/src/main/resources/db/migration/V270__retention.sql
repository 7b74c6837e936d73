-- Clean-ups, the newest of them; results is what each kind of thing came to, as far as it has come.
create table retention_clean_ups (
    id           bigint generated always as identity primary key,
    requested_by text        not null,
    requested_at timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    results      jsonb       not null default '[]'
);

-- One at a time.
create unique index retention_open on retention_clean_ups ((true)) where finished_at is null;
