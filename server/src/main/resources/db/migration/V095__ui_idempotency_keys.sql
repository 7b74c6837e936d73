-- Which Idempotency-Keys were used by whom, and what was answered; status is null while the request runs.
create table ui_idempotency_keys (
    account      text        not null,
    key          text        not null,
    fingerprint  text        not null,
    instance     text        not null,
    started_at   timestamptz not null,
    status       int,
    content_type text,
    location     text,
    body         bytea       not null default ''::bytea,
    primary key (account, key)
);
create index ui_idempotency_keys_started_at on ui_idempotency_keys (started_at);
