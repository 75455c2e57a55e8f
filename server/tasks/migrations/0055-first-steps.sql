alter table own_desks add column first_steps_away boolean not null default false;
