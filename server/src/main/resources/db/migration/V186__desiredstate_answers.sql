-- Of what each check of an open pull request was answered last: main, head, and the repositories elsewhere that could not be read.
create table desiredstate_answers (
    repository text not null,
    number     int  not null,
    check_name text not null,
    basis      text not null,
    primary key (repository, number, check_name)
);
