-- Sign-ins that are at the company's provider just now: what only the browser that began one can finish.
create table company_sign_ins (
  token_hash text primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  back text not null,
  expires_at timestamptz not null
);
create index company_sign_ins_expires on company_sign_ins (expires_at);
