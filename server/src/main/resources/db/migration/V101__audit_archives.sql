-- What left the table for files of the data directory. The chain goes on from the last hash of the newest archive.
create table audit_archives (
    first_number  bigint      primary key,
    last_number   bigint      not null,
    -- The hash before the first entry's, and the last entry's.
    previous_hash text        not null,
    last_hash     text        not null,
    -- Below archive/audit in the data directory, and the SHA-256 of its bytes.
    file          text        not null unique,
    sha256        text        not null,
    at            timestamptz not null,
    check (first_number <= last_number)
);

create function audit_archives_are_final() returns trigger language plpgsql as $$
begin
    raise exception 'Archives of the audit are never changed or removed.';
end $$;

create trigger audit_archives_are_final before update or delete or truncate on audit_archives
    for each statement execute function audit_archives_are_final();

-- Only what an archive holds may leave the table.
create function audit_entries_stay_until_archived() returns trigger language plpgsql as $$
begin
    if not exists (
        select from audit_archives
        where old.number between first_number and last_number
          and (old.number <> last_number or old.hash = last_hash)
    ) then
        raise exception 'Entries of the audit are never changed or removed.';
    end if;
    return old;
end $$;

drop trigger audit_entries_are_final on audit_entries;
create trigger audit_entries_are_final before update or truncate on audit_entries
    for each statement execute function audit_entries_are_final();
create trigger audit_entries_stay_until_archived before delete on audit_entries
    for each row execute function audit_entries_stay_until_archived();
