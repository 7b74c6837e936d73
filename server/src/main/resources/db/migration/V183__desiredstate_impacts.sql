-- What changes to the platform repository do, computed once for each pair of commits.
create table desiredstate_impacts (
    before_commit text        not null,
    after_commit  text        not null,
    -- whether the second is merged into the first, or stands for itself
    merged        boolean     not null,
    -- of the report; another version computes it anew
    form          integer     not null,
    state         text        not null,
    report        bytea,
    problem       text,
    at            timestamptz not null,
    primary key (before_commit, after_commit, merged)
);

create index desiredstate_impacts_newest on desiredstate_impacts (at desc);
