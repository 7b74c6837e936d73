-- Whose words hold the headings of their documentation, with weight D.
create table catalog_documentation (
    entity int primary key references catalog_entities on delete cascade,
    -- stands for the documents that were read
    content text not null
);
