-- Where the template of a run lies, of templates that the catalog knows: the entity may be gone before the run has ended.
create table scaffolder_template_places (
    template   text not null,
    commit     text not null,
    repository text not null,
    path       text not null,
    primary key (template, commit)
);
