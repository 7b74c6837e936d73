-- Repositories that could not be read when they were last looked at: what they brought stays as it was.
create table catalog_unread (
    repository text primary key,
    reason text not null,
    since timestamptz not null
);
