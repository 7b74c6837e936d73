-- Builds of commits, local ones and those that another CI recorded.
create table builds_builds (
    id            bigint generated always as identity primary key,
    repository    text        not null,
    commit_id     text        not null,
    branch        text        not null,
    status        text        not null check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    images        jsonb       not null default '{}',
    builder       text        not null,
    isolation     text        not null,
    details       jsonb       not null default '{}',
    failure       text,
    -- How often it was started: one that takes the process down each time is given up.
    attempts      integer     not null default 0,
    queued_at     timestamptz not null,
    started_at    timestamptz,
    finished_at   timestamptz,
    -- The status that the Git host was told last.
    reported      text
);

-- A commit is built here once, however often its push is seen.
create unique index builds_local_once on builds_builds (repository, commit_id) where builder = 'local';

-- The same images of the same commit are recorded once.
create unique index builds_recorded_once on builds_builds (repository, commit_id, images) where builder <> 'local';

create index builds_of_repository on builds_builds (repository, id desc);
create index builds_unfinished on builds_builds (status) where status in ('QUEUED', 'RUNNING');
create index builds_unreported on builds_builds (id) where reported is distinct from status;

create table builds_steps (
    build       bigint      not null references builds_builds (id) on delete cascade,
    position    integer     not null,
    name        text        not null,
    status      text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    primary key (build, position)
);

-- The processes that a build started, so that the next start can end what a killed one left.
create table builds_processes (
    build          bigint not null references builds_builds (id) on delete cascade,
    pid            bigint not null,
    started_millis bigint not null,
    primary key (build, pid)
);
