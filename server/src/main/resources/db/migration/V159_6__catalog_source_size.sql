-- bytes of the documents of its entities
alter table catalog_sources add column size bigint not null default 0;
update catalog_sources s set size = (select coalesce(sum(octet_length(e.document)), 0) from catalog_entities e where e.source = s.id);
