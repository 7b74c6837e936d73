-- So that entities whose file is well are answered without a look at problems.
alter table catalog_sources add column problems boolean not null default false;
update catalog_sources set problems = true where id in (select source from catalog_problems where ref is not null);
