-- What a dossier is found by, each word behind its unit's code: a search of one commune touches only that commune's part
-- of the index, however many the province has. A name by its words' beginnings, a person's initials as one word of their own.
create function desk_lexemes(unit_code text, words text, initials text) returns tsvector
language sql immutable strict parallel safe
return array_to_tsvector(string_to_array(
  unit_code || '~' || replace(words, ' ', ' ' || unit_code || '~') || ' ' ||
  unit_code || '~~' || replace(initials, ' ', ' ' || unit_code || '~~'), ' '));--> statement-breakpoint
DROP INDEX "dossier_finds_unit";--> statement-breakpoint
DROP INDEX "dossier_finds_words";--> statement-breakpoint
-- Nothing is sought by trigrams any more. Where somebody else added the extension, or uses it, it stays.
do $$ begin
  drop extension pg_trgm;
exception when insufficient_privilege or dependent_objects_still_exist then null;
end $$;--> statement-breakpoint
CREATE INDEX "dossier_finds_words" ON "dossier_finds" USING gin (desk_lexemes(unit_code, words, initials)) WITH (fastupdate=false);
