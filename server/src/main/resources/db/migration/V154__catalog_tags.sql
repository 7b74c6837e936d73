-- How many entities have which tag, so that nobody who chooses one waits until all entities are counted.
create table catalog_tags (
    tag text collate "C" primary key,
    entities int not null
);

-- In the order of the tags, so that two who write never wait for each other.
create function catalog_count_tags() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into catalog_tags as t select tag, count(*) from added, unnest(added.tags) tag group by tag order by tag
            on conflict (tag) do update set entities = t.entities + excluded.entities;
    elsif tg_op = 'DELETE' then
        insert into catalog_tags as t select tag, -count(*) from removed, unnest(removed.tags) tag group by tag order by tag
            on conflict (tag) do update set entities = t.entities + excluded.entities;
    else
        insert into catalog_tags as t select tag, sum(times) from (
                select tag, 1 as times from added, unnest(added.tags) tag
                union all select tag, -1 from removed, unnest(removed.tags) tag) changed
            group by tag having sum(times) <> 0 order by tag
            on conflict (tag) do update set entities = t.entities + excluded.entities;
    end if;
    return null;
end
$$;

create trigger catalog_entities_added after insert on catalog_entities
    referencing new table as added for each statement execute function catalog_count_tags();
create trigger catalog_entities_changed after update on catalog_entities
    referencing old table as removed new table as added for each statement execute function catalog_count_tags();
create trigger catalog_entities_removed after delete on catalog_entities
    referencing old table as removed for each statement execute function catalog_count_tags();

insert into catalog_tags select tag, count(*) from catalog_entities, unnest(tags) tag group by tag;
