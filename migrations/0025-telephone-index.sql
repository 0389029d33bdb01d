-- Registering pays for the index of telephones by each row, a little: what gathers in a list of pending entries is paid by one registration for
-- a thousand others. The company is not in it: digits find few cases, and those of another company are left out where they are read.
drop index cases_by_telephone;
create index cases_by_telephone on cases using gin (acuse.telephone_digits(reporter) gin_trgm_ops) with (fastupdate = off) where reporter ->> 'telephone' <> '';
