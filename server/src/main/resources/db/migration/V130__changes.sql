create table changes_changes (
    id               uuid primary key,
    position         bigint generated always as identity,
    repository       text        not null,
    branch           text        not null,
    intent           jsonb       not null,
    kind             text        not null,
    service          text,
    environment      text,
    title            text        not null,
    body             text        not null,
    actor_type       text        not null,
    actor_name       text        not null,
    actor_account    text        not null,
    approved_by      text[]      not null,
    delivery         text        not null,
    submitted_at     timestamptz not null,
    -- The branch's tip before anything was written for this change: from here on it is searched for.
    base             text,
    outcome          text,
    outcome_commit   text,
    outcome_pull     int,
    outcome_problems jsonb,
    settled_at       timestamptz
);
create index changes_pending on changes_changes (repository, branch, position) where outcome is null or outcome = 'PROPOSED';
create index changes_newest on changes_changes (repository, branch, position desc);
