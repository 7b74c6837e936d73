-- Who did what; each row's hash covers the row before it. Rows are only ever added.
create table audit_entries (
    number  bigint      primary key,
    at      timestamptz not null,
    account text        not null,
    actor   text        not null,
    action  text        not null,
    subject text        not null,
    details jsonb       not null,
    hash    text        not null
);
create index audit_entries_subject on audit_entries (subject text_pattern_ops);
create index audit_entries_account on audit_entries (account);

create function audit_entries_are_final() returns trigger language plpgsql as $$
begin
    raise exception 'Entries of the audit are never changed or removed.';
end $$;
create trigger audit_entries_are_final before update or delete or truncate on audit_entries
    for each statement execute function audit_entries_are_final();
