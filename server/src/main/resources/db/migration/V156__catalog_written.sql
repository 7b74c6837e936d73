-- As their files write them, where that is not in lower case: so they are counted for people to read.
alter table catalog_entities add column written_kind text, add column written_type text, add column written_lifecycle text;

update catalog_entities set
    written_kind = nullif(document::json ->> 'kind', kind),
    written_type = nullif(document::json #>> '{spec,type}', type),
    written_lifecycle = nullif(document::json #>> '{spec,lifecycle}', lifecycle);

-- The values of a field as the document writes them, wherever in it they are: see catalog_values.
create function catalog_written(document text, field text) returns table (value text) language sql immutable parallel safe as $$
    with recursive walk (path, node) as (
        select catalog_lower(key), value from json_each(document::json) where key not in ('relations', 'status', 'attachments')
        union all
        select step.path, step.node from walk, lateral (
            select walk.path || '.' || catalog_lower(key), value
                from json_each(case json_typeof(walk.node) when 'object' then walk.node else '{}' end)
            union all
            select walk.path, value from json_array_elements(case json_typeof(walk.node) when 'array' then walk.node else '[]' end)
            union all
            select walk.path || '.' || catalog_lower(value #>> '{}'), 'true'
                from json_array_elements(case json_typeof(walk.node) when 'array' then walk.node else '[]' end)
                where json_typeof(value) = 'string'
        ) as step (path, node)
        where field = walk.path or starts_with(field, walk.path || '.')
    )
    select case when char_length(node #>> '{}') <= 200 then node #>> '{}' end
    from walk where path = field and json_typeof(node) not in ('object', 'array')
$$;

create or replace function catalog_values(document text, field text) returns table (value text) language sql immutable parallel safe as $$
    select catalog_lower(value) from catalog_written(document, field)
$$;
