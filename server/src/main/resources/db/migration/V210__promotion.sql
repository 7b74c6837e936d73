create table promotion_promotions (
    id                 bigint generated always as identity primary key,
    kind               text        not null,
    service            text        not null,
    from_environment   text,
    to_environment     text        not null,
    release_id         text        not null,
    release_repository text        not null,
    release_commit     text        not null,
    release_images     jsonb       not null,
    state              text        not null,
    requested_by       text        not null,
    automatic          boolean     not null,
    verdicts           jsonb       not null default '[]',
    change_id          uuid        unique,
    commit_id          text,
    message            text        not null default '',
    requested_at       timestamptz not null,
    committing_at      timestamptz,
    finished_at        timestamptz
);

-- One promotion at a time is on its way into an environment.
create unique index promotion_open on promotion_promotions (service, to_environment)
    where state in ('PENDING', 'RUNNING', 'COMMITTING', 'DEPLOYING');
create index promotion_history on promotion_promotions (service, to_environment, id desc);

create table promotion_approvals (
    promotion bigint      not null references promotion_promotions (id),
    account   text        not null,
    approved  boolean     not null,
    comment   text        not null,
    -- What the approver saw: candidate, live Release and gate. Anything else needs another approval.
    basis     text        not null,
    at        timestamptz not null,
    primary key (promotion, account)
);

create table promotion_overrides (
    promotion bigint      not null references promotion_promotions (id),
    gate      text        not null,
    account   text        not null,
    reason    text        not null,
    at        timestamptz not null,
    primary key (promotion, gate)
);

create table promotion_holds (
    service     text        not null,
    environment text        not null,
    reason      text        not null,
    account     text        not null,
    since       timestamptz not null,
    primary key (service, environment)
);

create table promotion_vetoes (
    service    text        not null,
    release_id text        not null,
    reason     text        not null,
    account    text        not null,
    since      timestamptz not null,
    primary key (service, release_id)
);

create table promotion_verifications (
    service     text        not null,
    environment text        not null,
    release_id  text        not null,
    passed      boolean     not null,
    attempts    int         not null,
    detail      text        not null,
    at          timestamptz not null,
    primary key (service, environment, release_id)
);
