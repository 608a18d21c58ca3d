-- A refresh token is derived from its session and its generation, so that the answer that carried it
-- can be given once more. `persistent`: the person said that the computer is their own. `device`:
-- browser and system in words, for the list of one's own sessions.
ALTER TABLE sessions ADD COLUMN generation BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN persistent BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN device TEXT;
CREATE INDEX sessions_by_refresh_hash ON sessions (refresh_hash);

-- Tokens of devices that signed in before name this number: raising it makes all of them strangers.
ALTER TABLE accounts ADD COLUMN device_epoch BIGINT NOT NULL DEFAULT 0;

-- Until when the subject waits, so that a try is refused or counted by one statement.
ALTER TABLE sign_in_failures ADD COLUMN wait_until TEXT;

-- Refused sign-ins by hour: name and address are keyed hashes, which tell repetition and nothing else.
CREATE TABLE refused_sign_ins (
    hour TEXT NOT NULL,
    name_tag TEXT NOT NULL,
    address_tag TEXT NOT NULL,
    refusals BIGINT NOT NULL,
    last_at TEXT NOT NULL,
    PRIMARY KEY (hour, name_tag, address_tag)
);

-- In which session it was done.
ALTER TABLE audit ADD COLUMN session_id TEXT;
