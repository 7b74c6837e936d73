-- As Java writes a text in lower case, whatever the locale of the database: the best that this PostgreSQL has.
do $$
declare
    best text;
begin
    select collname into best from pg_collation
    where collname in ('pg_unicode_fast', 'pg_c_utf8', 'und-x-icu') and collencoding in (-1, pg_char_to_encoding(getdatabaseencoding()))
    order by array_position(array['pg_unicode_fast', 'pg_c_utf8', 'und-x-icu'], collname::text) limit 1;
    execute format('create function catalog_lower(value text) returns text language sql immutable parallel safe return lower(value collate %I)',
        coalesce(best, 'default'));
end
$$;

-- The values of a field as filters see it: paths in lower case, the items of lists at the list's path, a text in a list as a field
-- of its own with the value true; null for a value that is null or longer than 200 characters.
create function catalog_values(document text, field text) returns table (value text) language sql immutable parallel safe as $$
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
    select case when char_length(node #>> '{}') <= 200 then catalog_lower(node #>> '{}') end
    from walk where path = field and json_typeof(node) not in ('object', 'array')
$$;
