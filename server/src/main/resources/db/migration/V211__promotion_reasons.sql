-- Why somebody wanted it so; rollbacks have one.
alter table promotion_promotions add column reason text not null default '';
