-- With what a text is shown among many others: more than an excerpt has (server/links/excerpts.ts), by which it is known that there
-- is more. Of hundreds of long texts this alone is read.
create function beginning_of(p_blocks jsonb) returns text language plpgsql immutable strict parallel safe as $$
begin
  return left(coalesce((select string_agg(coalesce((
        select string_agg(r.run ->> 'text', '' order by r.place) from jsonb_array_elements(p.content) with ordinality r (run, place)), ''),
      E'\n' order by p.place)
    from jsonb_path_query(p_blocks, 'strict $.** ? (@.kind == "paragraph").content') with ordinality p (content, place)), ''), 401);
end $$;
--> statement-breakpoint
ALTER TABLE "feedback" ADD COLUMN "beginning" text GENERATED ALWAYS AS (beginning_of(reason)) STORED;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "beginning" text GENERATED ALWAYS AS (beginning_of(blocks)) STORED;--> statement-breakpoint
ALTER TABLE "contributions" ADD COLUMN "beginning" text GENERATED ALWAYS AS (beginning_of(blocks)) STORED;--> statement-breakpoint
-- What follows from the words is not there yet when these are asked.
create or replace function refuse_rewording() returns trigger language plpgsql as $$
begin
  if (to_jsonb(old) - array['current', 'published', 'open_to', 'submitted', 'beginning'])
     is distinct from (to_jsonb(new) - array['current', 'published', 'open_to', 'submitted', 'beginning']) then
    raise exception '% keeps what was submitted', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if (to_jsonb(old) - array['current', 'withdrawn_at', 'beginning']) is distinct from (to_jsonb(new) - array['current', 'withdrawn_at', 'beginning']) then
    raise exception '% keeps what was given', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Asked of hundreds of links at once: of what is most often cited without a call for each.
drop policy published on links;
--> statement-breakpoint
create policy published on links for select using (
  app_delegation() is not null
  and case to_kind when 'finding' then exists (select from finding_versions v where v.id = to_id) else published_result(to_kind, to_id) end
  and case from_kind when 'answer' then exists (select from contribution_sources s where s.contribution_id = from_id)
    else may_trace(from_kind, from_id) end);
