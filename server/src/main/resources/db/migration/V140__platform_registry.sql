-- How far the platform definition has been read; one row.
create table platform_definition (
    only_row boolean primary key default true check (only_row),
    in_force text,
    seen     text
);

create table platform_services (
    name       text primary key,
    team       text        not null,
    repository text        not null unique,
    registered timestamptz not null default now()
);

-- Every host that a service answers on, so that no two services meet on one.
create table platform_hosts (
    host    text primary key,
    service text not null references platform_services (name) on delete cascade
);
