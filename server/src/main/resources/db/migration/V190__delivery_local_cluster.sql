-- What was applied: the manifests as Git had them at the last sync.
create table delivery_objects (
    cluster     text        not null,
    api_group   text        not null,
    kind        text        not null,
    namespace   text        not null,
    name        text        not null,
    application text        not null,
    manifest    jsonb       not null,
    hash        text        not null,
    applied_at  timestamptz not null,
    primary key (cluster, api_group, kind, namespace, name)
);
create index delivery_objects_application on delivery_objects (application);

create table delivery_applications (
    name         text primary key,
    revision     text,
    fingerprint  text,
    attempted    text,
    phase        text        not null,
    message      text        not null,
    finished_at  timestamptz,
    healthy_since timestamptz,
    observed_at  timestamptz,
    restarted_at timestamptz,
    requested_by text,
    cascade      boolean     not null
);

-- A row is written before its processes are started: a killed start is found by it.
create table delivery_pods (
    id             text primary key,
    cluster        text        not null,
    namespace      text        not null,
    name           text        not null,
    application    text        not null,
    owner_kind     text        not null,
    owner_name     text        not null,
    template_hash  text        not null,
    template       jsonb       not null,
    created_at     timestamptz not null,
    terminating_at timestamptz,
    outcome        text
);

create table delivery_processes (
    pod        text        not null references delivery_pods (id) on delete cascade,
    container  text        not null,
    attempt    int         not null,
    pid        bigint,
    identity   text,
    ports      text        not null,
    started_at timestamptz not null,
    exit_code  int,
    primary key (pod, container)
);
