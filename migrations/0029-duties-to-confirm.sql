-- Where the term of a rule is confirmed, the duties that are owed by it are found without reading the rest.
create index duties_to_confirm on case_duties (organisation_id, rule_id) where term_id is null;
