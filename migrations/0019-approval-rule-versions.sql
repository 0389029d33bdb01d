-- An approval rule is edited by the version one read: what a second person must see is not put back to what it was by a screen left open.
alter table approval_rules add version integer not null default 1;
