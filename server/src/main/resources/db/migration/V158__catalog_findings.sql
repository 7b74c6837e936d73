-- Where a Location names a file, to say so when that is not there.
alter table catalog_targets add column ref text, add column line int not null default 1;

-- All that is wrong with sources: what their documents say, and files that their Locations name and that are not there.
create view catalog_findings as
    select s.repository, s.path, p.line, p.col, p.ref, p.field, p.message, p.expected
        from catalog_problems p join catalog_sources s on s.id = p.source
    union all
    select s.repository, s.path, t.line, 1, t.ref, 'spec.target',
            'There is no file "' || t.pattern || '"' || case when t.repository = s.repository then '' else ' in ' || t.repository end || '.',
            'a file that is there, or spec.presence: optional'
        from catalog_targets t join catalog_sources s on s.id = t.source
        where t.required and position('*' in t.pattern) = 0 and not exists (
            select from catalog_sources f where f.repository = t.repository and f.path = t.pattern and f.missing_since is null);

-- Read again: Locations for their lines, and kinds that have become related.
update catalog_sources set content = null where id in (select source from catalog_targets);
with unknown as (
    update catalog_entities set chunk = gen_random_uuid()
    where kind not in ('component', 'api', 'resource', 'system', 'domain', 'group', 'user', 'location', 'template')
    returning source)
update catalog_sources set content = null where id in (select source from unknown);
