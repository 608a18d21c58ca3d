-- Each account's own acceptance of the receipt, so that a new one-time password or a suspension
-- does not lose it. Those accepted before are in the audit.
ALTER TABLE accounts ADD COLUMN receipt_at TEXT;
UPDATE accounts SET receipt_at = (
    SELECT MIN(audit.at) FROM audit
    WHERE audit.account_id = accounts.id AND audit.action = 'account.receipt_accepted'
);

-- The candidacies of an election are listed by name.
CREATE INDEX candidacies_by_election ON candidacies (election_id, name_key, id);
