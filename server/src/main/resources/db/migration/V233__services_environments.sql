create table services_environments (
    overlay      uuid primary key,
    declaration  uuid        not null unique,
    service      text        not null,
    environment  text        not null,
    replicas     int         not null,
    requested_by text        not null,
    state        text        not null,
    message      text        not null default '',
    pull_request text,
    requested_at timestamptz not null,
    finished_at  timestamptz
);

-- One at a time.
create unique index services_environments_open on services_environments (service, environment) where finished_at is null;
create index services_environments_newest on services_environments (service, environment, requested_at desc);
