-- What the program writes to a customer by itself stands in the timeline as any other word to them.
alter table case_messages
  drop constraint message_kind_is_known,
  add constraint message_kind_is_known check (kind in ('note', 'telephone-note', 'customer-message', 'answer', 'notice', 'area-request', 'area-answer', 'area-return'));
