-- The images of the store behind /v2/; their blobs are files.
create table builds_images (
    name       text        not null,
    digest     text        not null,
    media_type text        not null,
    stored_at  timestamptz not null,
    primary key (name, digest)
);

create table builds_tags (
    name   text not null,
    tag    text not null,
    digest text not null,
    primary key (name, tag),
    foreign key (name, digest) references builds_images (name, digest) on delete cascade
);
