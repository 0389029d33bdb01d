-- A product is edited by the version one read, as all that two people may edit.
alter table products add version integer not null default 1;
