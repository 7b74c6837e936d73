-- Who carries a run on at the moment, and until when that is certain: nobody else does.
alter table scaffolder_runs
    add column attempt       int not null default 1,
    add column attempted_at  timestamptz,
    add column stopped_before text,
    add column runner        text,
    add column heartbeat_at  timestamptz,
    add column secret_names  jsonb not null default '[]',
    add column secrets       bytea;

update scaffolder_runs set attempted_at = started_at;

alter table scaffolder_runs alter column attempted_at set not null;

create index scaffolder_runs_account on scaffolder_runs (account, started_at desc);

alter table scaffolder_steps
    add column taken_back int not null default 0,
    add column undone     boolean not null default false;

-- What came of the rounds of a repeated step.
create table scaffolder_rounds (
    run     uuid  not null,
    step    text  not null,
    round   int   not null,
    outputs jsonb not null,
    primary key (run, step, round),
    foreign key (run, step) references scaffolder_steps (run, id) on delete cascade
);

-- Lines are numbered within their run, without gaps: who has seen the nth has seen all before it.
alter table scaffolder_log
    alter column number drop identity,
    add column kind   text not null default 'LINE',
    add column status text,
    add column body   jsonb;
