create table scaffolder_favourites (
    account  text        not null,
    template text        not null,
    added_at timestamptz not null default now(),
    primary key (account, template)
);
