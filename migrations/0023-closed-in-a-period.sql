-- What was closed in a period is read along the day it was closed, not found among all cases.
create index cases_closed on cases (organisation_id, closed_at) where closed_at is not null;
