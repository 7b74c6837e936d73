-- The problems of one entity are asked for with it.
create index catalog_problems_of on catalog_problems (source, ref);
drop index catalog_problems_source;
