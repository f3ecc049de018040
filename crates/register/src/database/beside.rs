//! What goes when something of a person is erased.

use std::collections::BTreeSet;

use rochdale_core::{
    archive,
    fact::Fact,
    values::{DocumentId, PartyId, WordsId},
};

/// Something of party `party` in entries below `before` is to be erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Whose.
    pub party: PartyId,
    /// The first height that is not looked at.
    pub before: u64,
    /// What.
    pub what: Goes,
}

/// What of a party goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goes {
    /// Everything that stands beside the book and is theirs, and every way in.
    Everything,
    /// Their details as they were; ways in that were on their way by the old address.
    Details,
    /// Words with these numbers.
    Words(BTreeSet<WordsId>),
    /// A document of the archive: the party is its bearer, and its bytes go too.
    Document(DocumentId),
}

impl Goes {
    /// Whether what stands beside a fact goes.
    fn takes(&self, fact: &Fact) -> bool {
        match self {
            Goes::Everything | Goes::Document(_) => true,
            Goes::Details => matches!(
                fact,
                Fact::PersonEntered { .. } | Fact::ApplicantInvited { .. } | Fact::DetailsCorrected { .. }
            ),
            Goes::Words(words) => fact.words().is_some_and(|id| words.contains(&id)),
        }
    }

    /// Whether what stands beside this payload goes. A fact that this version does not know is none that brings
    /// details or words by themselves.
    pub fn takes_beside(&self, payload: &str) -> bool {
        *self == Goes::Everything || serde_json::from_str(payload).is_ok_and(|fact| self.takes(&fact))
    }

    /// The heights of those rows that go: each is a height and the payload there.
    pub fn of(&self, rows: Vec<(i64, String)>) -> impl Iterator<Item = i64> {
        rows.into_iter().filter(|(_, payload)| self.takes_beside(payload)).map(|(height, _)| height)
    }

    /// What else is deleted of party `$2` of organization `$1`.
    pub fn forgets(&self) -> &'static [&'static str] {
        match self {
            Goes::Everything => &FORGET_PARTY,
            Goes::Details => &FORGET_WAYS,
            Goes::Words(_) | Goes::Document(_) => &[],
        }
    }
}

impl Erasure {
    /// What a fact at a height erases before it; `None` where it erases nothing.
    pub fn by(fact: &Fact, height: u64) -> Option<Self> {
        let (party, what) = match fact {
            Fact::PersonErased { party } => (*party, Goes::Everything),
            Fact::DetailsCorrected { party } => (*party, Goes::Details),
            Fact::WordsErased { party, words } => (*party, Goes::Words(words.iter().copied().collect())),
            Fact::DocumentErased { document, .. } => (archive::bearer(*document), Goes::Document(*document)),
            _ => return None,
        };
        Some(Self { party, before: height, what })
    }
}

/// The entries with something beside them of party `$2` of organization `$1`, below height `$3`.
pub const BESIDE: &str = "SELECT p.height, e.payload FROM personal p JOIN entry e \
    ON e.organization = p.organization AND e.height = p.height \
    WHERE p.organization = $1 AND p.party = $2 AND p.height < $3";

/// Erases what stands beside the entry at height `$3`, of party `$2` of organization `$1`.
pub const ERASE: &str = "DELETE FROM personal WHERE organization = $1 AND party = $2 AND height = $3";

/// Ways in that were on their way by an address that is no longer theirs.
const FORGET_WAYS: [&str; 2] = [
    "DELETE FROM link WHERE organization = $1 AND party = $2",
    "DELETE FROM mail WHERE organization = $1 AND party = $2 AND has_link AND status = 'queued'",
];

/// The statements that delete what is kept beside the register of party `$2` of organization `$1`: ways
/// in, mail that has their address and name, papers that they signed, and the key by which one could guess at
/// their details.
const FORGET_PARTY: [&str; 9] = [
    "DELETE FROM account WHERE organization = $1 AND party = $2",
    "DELETE FROM link WHERE organization = $1 AND party = $2",
    "DELETE FROM passkey WHERE organization = $1 AND party = $2",
    "DELETE FROM reader WHERE organization = $1 AND party = $2",
    "DELETE FROM mail_attempt WHERE organization = $1 AND name IN \
     (SELECT name FROM mail WHERE organization = $1 AND party = $2)",
    "DELETE FROM mail WHERE organization = $1 AND party = $2",
    "DELETE FROM paper WHERE organization = $1 AND party = $2",
    "DELETE FROM handed WHERE organization = $1 AND party = $2",
    "DELETE FROM list_key WHERE organization = $1 AND CAST($2 AS BIGINT) IS NOT NULL",
];

/// Carries out an erasure within a transaction.
macro_rules! erase {
    ($transaction:expr, $organization:expr, $erasure:expr) => {{
        let party = i64::from($erasure.party.0);
        let rows: Vec<(i64, String)> = sqlx::query_as($crate::database::beside::BESIDE)
            .bind($organization.as_str())
            .bind(party)
            .bind($crate::database::row::stored($erasure.before))
            .fetch_all(&mut *$transaction)
            .await?;
        for height in $erasure.what.of(rows) {
            sqlx::query($crate::database::beside::ERASE)
                .bind($organization.as_str())
                .bind(party)
                .bind(height)
                .execute(&mut *$transaction)
                .await?;
        }
        for sql in $erasure.what.forgets() {
            sqlx::query(*sql).bind($organization.as_str()).bind(party).execute(&mut *$transaction).await?;
        }
        if let $crate::database::beside::Goes::Document(document) = $erasure.what {
            sqlx::query($crate::files::FORGET_FILE)
                .bind($organization.as_str())
                .bind(i64::from(document.0))
                .execute(&mut *$transaction)
                .await?;
        }
    }};
}
pub(crate) use erase;
