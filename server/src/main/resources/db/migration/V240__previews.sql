create table previews_previews (
    repository      text        not null,
    number          integer     not null,
    service         text        not null,
    team            text        not null,
    title           text        not null,
    author          text        not null,
    head            text        not null,
    opened_at       timestamptz not null,
    active_at       timestamptz not null,
    kept            boolean     not null,
    ended_head      text,
    state           text        not null,
    failed          text,
    message         text        not null,
    log             text        not null,
    shown           text,
    images          text        not null,
    host            text        not null,
    namespace       text        not null,
    expires_at      timestamptz,
    deployed_at     timestamptz,
    answered_at     timestamptz,
    told            text        not null,
    primary key (repository, number)
);

create index previews_previews_newest on previews_previews (opened_at desc, repository, number);
create index previews_previews_service on previews_previews (service, number);
create index previews_previews_team on previews_previews (team);

create table previews_approvals (
    repository  text        not null,
    number      integer     not null,
    commit_id   text        not null,
    account     text        not null,
    approved_at timestamptz not null,
    primary key (repository, number, commit_id)
);
