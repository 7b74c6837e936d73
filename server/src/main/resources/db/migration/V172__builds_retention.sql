-- When an image was last needed; one that nobody needs for long enough is removed.
alter table builds_images add column used_at timestamptz not null default now();

-- When the images of a successful build were removed: it can be run again, and is no candidate any more.
alter table builds_builds add column images_removed_at timestamptz;
