//! What goes when a person's details are erased, besides the details.

/// The statements that delete what is kept beside the register of party `$2` of organization `$1`: ways
/// in, mail that has their address and name, papers that they signed, and the key by which one could guess at
/// their details.
pub const FORGET_PARTY: [&str; 8] = [
    "DELETE FROM account WHERE organization = $1 AND party = $2",
    "DELETE FROM link WHERE organization = $1 AND party = $2",
    "DELETE FROM passkey WHERE organization = $1 AND party = $2",
    "DELETE FROM reader WHERE organization = $1 AND party = $2",
    "DELETE FROM mail_attempt WHERE organization = $1 AND name IN \
     (SELECT name FROM mail WHERE organization = $1 AND party = $2)",
    "DELETE FROM mail WHERE organization = $1 AND party = $2",
    "DELETE FROM paper WHERE organization = $1 AND party = $2",
    "DELETE FROM list_key WHERE organization = $1 AND CAST($2 AS BIGINT) IS NOT NULL",
];
