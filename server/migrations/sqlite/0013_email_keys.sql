-- Keys of e-mail addresses are in NFC and name domains in ASCII. The program works them out, see store/sqlite/upgrade.rs.
UPDATE account SET email_key = email_key WHERE FALSE;
