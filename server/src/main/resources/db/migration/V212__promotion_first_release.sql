-- Whether no Release ran in the environment before, as far as was known when this one was written.
alter table promotion_promotions add column first_release boolean not null default false;
