-- Requests at the gateway in windows of ten seconds; latencies as a sparse histogram.
create table traffic_measurements (
    application  text        not null,
    window_start timestamptz not null,
    recorder     uuid        not null,
    requests     bigint      not null,
    errors       bigint      not null,
    buckets      int[]       not null,
    counts       bigint[]    not null,
    primary key (application, window_start, recorder)
);
create index traffic_measurements_window_start on traffic_measurements (window_start);
