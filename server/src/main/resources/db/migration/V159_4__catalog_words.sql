-- What entities are found by, each word once: where nothing is what somebody typed, the words nearest to it are looked up here.
create table catalog_words (
    word text collate "C" primary key
);

-- Those that are in use now; numbers and very short or long words are not like others. Reading entities keeps to the same: see WordRows.
create view catalog_used_words as
    select distinct word collate "C" as word from catalog_entities, unnest(tsvector_to_array(words)) word
    where char_length(word) between 3 and 40 and word !~ '^[0-9]+$';

insert into catalog_words select word from catalog_used_words;

do $$
begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
        create index catalog_words_similar on catalog_words using gin (word gin_trgm_ops);
    end if;
end
$$;

-- Similarity of names and titles only orders what was found.
drop index if exists catalog_entities_label;
