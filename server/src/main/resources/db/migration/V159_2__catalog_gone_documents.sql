-- Since when its document is gone from a file that is still there; it stays as those of a file do that is gone.
alter table catalog_entities add column missing_since timestamptz;
create index catalog_entities_missing on catalog_entities (missing_since) where missing_since is not null;
