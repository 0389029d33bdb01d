-- Who answers for a branch on a day is remembered too, with the settings: it is good until a role, an absence or a person changes.
create trigger settings_changed after insert or update or delete on grants for each row execute function acuse.settings_changed();
create trigger settings_changed after insert or update or delete on absences for each row execute function acuse.settings_changed();
create trigger settings_changed after update of active on people for each row execute function acuse.settings_changed();
