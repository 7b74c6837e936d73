create table git_repositories (
    repository     text primary key,
    description    text        not null,
    archived       boolean     not null default false,
    created_at     timestamptz not null,
    last_pull      int         not null default 0
);

create table git_protections (
    repository      text   not null references git_repositories (repository) on delete cascade,
    branch          text   not null,
    required_checks text[] not null,
    writers         text[] not null,
    primary key (repository, branch)
);

create table git_pull_requests (
    repository    text        not null references git_repositories (repository) on delete cascade,
    number        int         not null,
    title         text        not null,
    body          text        not null,
    author        text        not null,
    source_branch text        not null,
    target_branch text        not null,
    head          text        not null,
    base          text        not null,
    state         text        not null,
    merged_as     text,
    opened_at     timestamptz not null,
    updated_at    timestamptz not null,
    primary key (repository, number)
);
create unique index git_pull_requests_open on git_pull_requests (repository, source_branch, target_branch) where state = 'OPEN';
create index git_pull_requests_state on git_pull_requests (repository, state, number desc);

create table git_comments (
    id         bigint generated always as identity primary key,
    repository text        not null,
    number     int         not null,
    author     text        not null,
    marker     text,
    markdown   text        not null,
    written_at timestamptz not null,
    edited_at  timestamptz not null,
    foreign key (repository, number) references git_pull_requests (repository, number) on delete cascade,
    unique (repository, number, marker)
);

create table git_statuses (
    repository  text        not null references git_repositories (repository) on delete cascade,
    commit_id   text        not null,
    context     text        not null,
    state       text        not null,
    description text        not null,
    path        text,
    at          timestamptz not null,
    primary key (repository, commit_id, context)
);

create table git_releases (
    repository   text        not null references git_repositories (repository) on delete cascade,
    tag          text        not null,
    commit_id    text        not null,
    title        text        not null,
    notes        text        not null,
    author       text        not null,
    published_at timestamptz not null,
    primary key (repository, tag)
);

-- Who brought a commit to the host.
create table git_pushes (
    repository text        not null references git_repositories (repository) on delete cascade,
    commit_id  text        not null,
    account    text        not null,
    at         timestamptz not null,
    primary key (repository, commit_id, account)
);

-- How far each consumer has seen each ref.
create table git_cursors (
    consumer   text not null,
    repository text not null,
    ref        text not null,
    commit_id  text not null,
    primary key (consumer, repository, ref)
);
