-- What an index of words has not yet taken in is read whole by each search, and taken in by the registration that makes it too long: at 4 MB, PostgreSQL's
-- own measure, the first took as long as the rest of looking for a rare word. To take in eight times as often costs a registration 11 µs more (8,000 rows
-- of a million's texts, one at a time: 36 µs a row where it was 25).
alter index cases_search set (gin_pending_list_limit = 512);
alter index messages_search set (gin_pending_list_limit = 512);
-- Its keys are few: what waits is taken in at next to no cost.
alter index tallies_of_areas set (gin_pending_list_limit = 128);
