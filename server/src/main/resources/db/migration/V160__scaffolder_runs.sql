create table scaffolder_runs (
    id         uuid primary key,
    template   text        not null,
    title      text        not null,
    commit     text        not null,
    account    text        not null,
    parameters jsonb       not null,
    status     text        not null,
    failure    text,
    output     jsonb,
    cancelled  boolean     not null default false,
    started_at timestamptz not null,
    ended_at   timestamptz
);

create index scaffolder_runs_open on scaffolder_runs (started_at) where ended_at is null;
create index scaffolder_runs_newest on scaffolder_runs (started_at desc);

create table scaffolder_steps (
    run        uuid not null references scaffolder_runs (id) on delete cascade,
    position   int  not null,
    id         text not null,
    name       text not null,
    action     text not null,
    status     text not null,
    detail     text,
    outputs    jsonb,
    started_at timestamptz,
    ended_at   timestamptz,
    primary key (run, id)
);

create table scaffolder_log (
    number bigint generated always as identity,
    run    uuid        not null references scaffolder_runs (id) on delete cascade,
    step   text        not null,
    at     timestamptz not null,
    line   text        not null,
    primary key (run, number)
);

-- Which run makes which repository, so that a run that goes on after a crash knows its own.
create table scaffolder_repositories (
    repository text primary key,
    run        uuid not null references scaffolder_runs (id) on delete cascade
);
