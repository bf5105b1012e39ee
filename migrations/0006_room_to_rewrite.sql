-- What is written over and over keeps its place: with room on its page a new version needs no new entry in an index.
alter table draft_answers set (fillfactor = 50);
--> statement-breakpoint
alter table responses set (fillfactor = 70);
--> statement-breakpoint
alter table streams set (fillfactor = 50);
--> statement-breakpoint
-- Asked on every save whether the list is addressed to the delegation: kept in the row, not beside it.
alter table question_lists alter column addressee_ids set storage main;
