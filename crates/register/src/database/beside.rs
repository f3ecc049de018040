//! What goes when a person's details are erased, besides the details.

/// The statements that delete what is kept beside the register of party `$2` of organization `$1`: ways
/// in, mail that has their address and name, and papers that they signed.
pub const FORGET_PARTY: [&str; 7] = [
    "DELETE FROM account WHERE organization = $1 AND party = $2",
    "DELETE FROM link WHERE organization = $1 AND party = $2",
    "DELETE FROM passkey WHERE organization = $1 AND party = $2",
    "DELETE FROM reader WHERE organization = $1 AND party = $2",
    "DELETE FROM mail_attempt WHERE organization = $1 AND name IN \
     (SELECT name FROM mail WHERE organization = $1 AND party = $2)",
    "DELETE FROM mail WHERE organization = $1 AND party = $2",
    "DELETE FROM paper WHERE organization = $1 AND party = $2",
];
