create table services_deletions (
    service        text primary key,
    team           text        not null,
    repository     text        not null,
    requested_by   text        not null,
    state          text        not null,
    message        text        not null,
    marking_change uuid        not null unique,
    removal_change uuid        not null unique,
    requested_at   timestamptz not null,
    finished_at    timestamptz
);
