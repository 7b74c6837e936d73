-- What placeholders name is kept as repository:path now, since it may be in another repository: files with some are read again.
update catalog_sources set content = null where includes <> '{}';
create index catalog_sources_includes on catalog_sources using gin (includes) where includes <> '{}';
comment on column catalog_sources.includes is 'the files that its placeholders named, as repository:path';
