-- Unfinished dossiers belong to no commune: who has a draft's key writes it, and everything personal is sealed.
grant select, insert, update, delete on drafts to desk_app;

-- Asked by a link: whoever follows it has proved no dossier yet (db/schema/consents.ts).
grant select, insert, update, delete on consent_requests to desk_app;
