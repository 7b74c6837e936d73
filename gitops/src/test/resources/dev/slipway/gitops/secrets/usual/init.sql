-- tables of the shop
CREATE DATABASE shop;
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL, password_hash text, token_count int);
CREATE INDEX users_name ON users (name);
GRANT ALL PRIVILEGES ON DATABASE shop TO app;
ALTER TABLE users ADD CONSTRAINT name_key UNIQUE (name);
