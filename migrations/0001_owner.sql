-- The one owner account, and the row that counts changes of rules.
INSERT INTO users (id, name, role) VALUES (1, 'Owner', 'owner');
SELECT setval(pg_get_serial_sequence('users', 'id'), 1);
INSERT INTO rules_version (id, version) VALUES (1, 0);
