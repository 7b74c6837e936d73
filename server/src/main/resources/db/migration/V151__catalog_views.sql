-- Searches of the catalog that people keep by a name.
create table catalog_views (
    id uuid primary key,
    account text not null,
    name text not null,
    query text not null,
    unique (account, name)
);
