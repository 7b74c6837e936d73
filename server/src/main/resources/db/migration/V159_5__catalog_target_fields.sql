-- Which field of a Location names a file, and the column, to point at the item of a list.
alter table catalog_targets add column field text not null default 'spec.target', add column col int not null default 1;

create or replace view catalog_findings as
    select s.repository, s.path, p.line, p.col, p.ref, p.field, p.message, p.expected
        from catalog_problems p join catalog_sources s on s.id = p.source
    union all
    select s.repository, s.path, t.line, t.col, t.ref, t.field,
            'There is no file "' || t.pattern || '"' || case when t.repository = s.repository then '' else ' in ' || t.repository end || '.',
            'a file that is there, or spec.presence: optional'
        from catalog_targets t join catalog_sources s on s.id = t.source
        where t.required and position('*' in t.pattern) = 0 and not exists (
            select from catalog_sources f where f.repository = t.repository and f.path = t.pattern and f.missing_since is null);

-- Read again: Locations for their fields.
update catalog_sources set content = null where id in (select source from catalog_targets);
