create table services_onboardings (
    id              uuid primary key,
    service         text        not null,
    team            text        not null,
    repository      text        not null,
    origin          text        not null,
    source          text,
    wish            jsonb       not null,
    requested_by    text        not null,
    state           text        not null,
    message         text        not null default '',
    default_branch  text,
    detection       jsonb,
    files           jsonb       not null default '[]',
    kept            jsonb       not null default '[]',
    service_change  uuid        not null unique,
    platform_change uuid        not null unique,
    service_pull    text,
    platform_pull   text,
    cancelled       boolean     not null default false,
    attempts        int         not null default 0,
    requested_at    timestamptz not null,
    finished_at     timestamptz
);

-- One at a time for a service.
create unique index services_onboardings_open on services_onboardings (service) where finished_at is null;
create index services_onboardings_newest on services_onboardings (requested_at desc);
