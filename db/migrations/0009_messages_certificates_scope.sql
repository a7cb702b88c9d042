-- Messages are seen by the communes of their dossier; whom they went to stands in no column.
grant select, insert, update on messages to desk_app;
alter table messages enable row level security;
create policy of_seen_dossier on messages to desk_app using (exists (select 1 from dossiers d where d.id = dossier_id));

-- What a demonstration recorded is shown to whoever tries the desk out, whatever the commune. In production nothing writes here.
grant select, insert on recorded_messages to desk_app;

-- The book of certificates is open to every commune on purpose (db/schema/certificates.ts).
grant select, insert, update on certificates to desk_app;
grant select, insert on certificate_subjects to desk_app;
