alter table git_pull_requests add column draft boolean not null default false;
create index git_pull_requests_branch on git_pull_requests (repository, source_branch, number desc);
create index git_pull_requests_head on git_pull_requests (repository, head);
create index git_pull_requests_merged_as on git_pull_requests (repository, merged_as);
create index git_pull_requests_author on git_pull_requests (repository, author, number desc);

alter table git_repositories add column delete_branch_on_merge boolean not null default false;

alter table git_protections add column approvals int not null default 0;
alter table git_protections add column code_owners boolean not null default false;
alter table git_protections add column dismiss_stale boolean not null default true;

create table git_labels (
    repository  text not null references git_repositories (repository) on delete cascade,
    name        text not null,
    colour      text not null,
    description text not null,
    primary key (repository, name)
);
create unique index git_labels_name on git_labels (repository, lower(name));

create table git_pull_labels (
    repository text not null,
    number     int  not null,
    label      text not null,
    primary key (repository, number, label),
    foreign key (repository, number) references git_pull_requests (repository, number) on delete cascade,
    foreign key (repository, label) references git_labels (repository, name) on delete cascade on update cascade
);
create index git_pull_labels_label on git_pull_labels (repository, label, number desc);

create table git_reviews (
    id         bigint generated always as identity primary key,
    repository text        not null,
    number     int         not null,
    author     text        not null,
    verdict    text        not null,
    commit_id  text        not null,
    markdown   text        not null,
    written_at timestamptz not null,
    foreign key (repository, number) references git_pull_requests (repository, number) on delete cascade
);
create index git_reviews_pull on git_reviews (repository, number, id);
