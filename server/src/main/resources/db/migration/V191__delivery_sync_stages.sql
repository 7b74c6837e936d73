-- Where a sync that has several steps stands: it goes on there after a crash.
alter table delivery_applications add column stage text;
