-- How many services were alike in which two environments, as the last reading of each day saw it.
create table desiredstate_parity_days (
    day              date        not null,
    from_environment text        not null,
    to_environment   text        not null,
    matching         int         not null,
    excepted         int         not null,
    differing        int         not null,
    unknown          int         not null,
    commit_id        text        not null,
    counted_at       timestamptz not null,
    primary key (day, from_environment, to_environment)
);
