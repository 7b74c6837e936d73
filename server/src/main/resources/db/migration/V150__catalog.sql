-- Typo tolerance where the extension is there; without it search finds words and prefixes.
do $$
begin
    create extension if not exists pg_trgm;
exception when others then
    raise notice 'pg_trgm cannot be had: %', sqlerrm;
end
$$;

-- Registered by people or through the API; discovered files need no row.
create table catalog_locations (
    id uuid primary key,
    type text not null,
    target text not null,
    added_by text not null,
    added_at timestamptz not null,
    unique (type, target)
);

-- The files that were read, and the producers inside Slipway (repository '' and the producer's name as path).
create table catalog_sources (
    id int generated always as identity primary key,
    repository text not null,
    path text not null,
    -- Git's id of the content that was read to its end; null while it is to be read again
    content text,
    -- the paths in the same repository that its placeholders named
    includes text[] not null default '{}',
    missing_since timestamptz,
    read_at timestamptz not null,
    unique (repository, path)
);

-- Which files the Location entities of a source name; a registered location's are those without a source.
create table catalog_targets (
    source int references catalog_sources on delete cascade,
    location uuid references catalog_locations on delete cascade,
    repository text not null,
    -- a path, or a glob of paths
    pattern text not null,
    required boolean not null,
    check ((source is null) <> (location is null))
);
create index catalog_targets_source on catalog_targets (source);
create index catalog_targets_repository on catalog_targets (repository);

-- Repositories of which every file is to be looked at again.
create table catalog_due (
    repository text primary key,
    -- grows with every reason to look, so that one that comes while it is looked at is not lost
    reasons int not null default 1
);

-- Every reference that an entity has or that one names; relations are stored by these numbers, also dangling ones.
create table catalog_refs (
    id int generated always as identity primary key,
    ref text collate "C" not null unique
);

create table catalog_entities (
    id int primary key references catalog_refs,
    ref text collate "C" not null,
    uid uuid not null,
    source int not null references catalog_sources on delete cascade,
    -- fingerprint of the document that the entity was read from
    chunk uuid not null,
    kind text not null,
    namespace text not null,
    name text collate "C" not null,
    title text,
    type text,
    lifecycle text,
    owner text,
    system text,
    tags text[] not null,
    -- what the API answers, relations aside
    document text not null,
    -- hashes of field=value and field, for filters
    terms bigint[] not null,
    -- name and title, for similarity
    label text not null,
    words tsvector not null
);
create unique index catalog_entities_ref on catalog_entities (ref);
create unique index catalog_entities_uid on catalog_entities (uid);
create index catalog_entities_source on catalog_entities (source);
create index catalog_entities_name on catalog_entities (name);
create index catalog_entities_terms on catalog_entities using gin (terms);
create index catalog_entities_words on catalog_entities using gin (words);

do $$
begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
        create index catalog_entities_label on catalog_entities using gin (label gin_trgm_ops);
    end if;
end
$$;

create table catalog_relations (
    -- the entity whose file says so
    declared_by int not null references catalog_entities on delete cascade,
    type smallint not null,
    source int not null,
    target int not null
);
create index catalog_relations_declared on catalog_relations (declared_by);
create index catalog_relations_source on catalog_relations (source, type, target);
create index catalog_relations_target on catalog_relations (target, type, source);

create table catalog_problems (
    source int not null references catalog_sources on delete cascade,
    line int not null,
    col int not null,
    ref text,
    field text not null,
    message text not null,
    expected text not null
);
create index catalog_problems_source on catalog_problems (source);

-- Documents that claim an entity that another source holds: the first stays.
create table catalog_claims (
    ref text collate "C" not null,
    source int not null references catalog_sources on delete cascade,
    line int not null
);
create index catalog_claims_ref on catalog_claims (ref);
create index catalog_claims_source on catalog_claims (source);
