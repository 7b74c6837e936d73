-- Both were stored as the bytes of a whole directory, which would take back what others have merged since. A deletion can be
-- told anew; what somebody wished for is no longer to be seen, and its pull request, if there is one, stays for people to merge.
update changes_changes
set intent = jsonb_build_object('type', 'AddFinalizers', 'service', service)
where kind = 'delete' and intent ->> 'type' = 'PutTrees' and (outcome is null or outcome = 'PROPOSED');

update changes_changes
set outcome = 'CONFLICT', settled_at = now(),
    outcome_problems = '[{"message": "This was asked for before an update of Slipway, which no longer brings it up to date.",
                          "next": "Merge its pull request as it is, or close it and ask for the change again."}]'
where kind = 'configure' and intent ->> 'type' = 'PutTrees' and (outcome is null or outcome = 'PROPOSED');
