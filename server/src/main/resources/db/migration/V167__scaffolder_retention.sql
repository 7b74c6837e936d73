-- A place is remembered just before its run is stored: what is this young is not removed yet.
alter table scaffolder_template_places add column kept_at timestamptz not null default now();

create index scaffolder_runs_ended on scaffolder_runs (ended_at) where ended_at is not null;
