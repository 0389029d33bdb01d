-- An answer by word of mouth that a second person approved is still to be told to the customer.
alter table case_answers drop constraint answer_status_is_known;
alter table case_answers add constraint answer_status_is_known
  check (status in ('awaiting-approval', 'returned', 'to-tell', 'leaving', 'sent', 'delivered', 'failed', 'withdrawn'));
