//! `rochdale link`

use clap::Args;
use jiff::Timestamp;
use rochdale_register::{Begun, LINK_GOOD_FOR, Purpose};
use rochdale_web::entrance::Origin;
use serde_json::json;

use crate::{answer::Answer, book::Book, context::Context, failure::Failure, who};

/// Make a link by which somebody signs in once, to hand over where no mail gets to them
///
/// It is good for 15 minutes and ends every earlier link of theirs. Whoever opens it is that person; that it was
/// made stands on the page of that person's ways in, and stays there.
#[derive(Debug, Args)]
pub struct Link {
    /// For whom: a party's number, or a part of its name
    who: String,
    /// Where browsers reach the pages
    #[arg(
        long,
        value_name = "ORIGIN",
        env = "ROCHDALE_ORIGIN",
        hide_env_values = true,
        default_value = "http://localhost:8080"
    )]
    origin: Origin,
}

impl Link {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let Book { database, organization, state, .. } = Book::open(context).await?;
        let party = who::party(&state, &self.who, "WHO")?;
        let name = state.party(party).filter(|party| party.is_person()).and_then(|party| party.name());
        let Some(name) = name else {
            return Err(Failure::not_understood(
                format!("{} is nobody who signs in", self.who),
                "WHO",
                "name a person whose details are not erased; for an organization, its representative",
            ));
        };
        let now = Timestamp::now();
        let secret = database.issue_link(&organization, party, Purpose::SignIn, Begun::Operator, now).await?;
        let address = format!("{}/sign-in/link/{}", self.origin, secret.text());
        let text = format!(
            "{address}\n\nThis is shown once. Whoever opens it within {} minutes signs in as {name} of {organization}, \
             once. {name} sees on the page of their own ways in that it was made.\n",
            LINK_GOOD_FOR.as_mins()
        );
        let value = json!({ "link": address, "organization": organization, "party": party, "expires": now + LINK_GOOD_FOR });
        Ok(Answer::new(text, value))
    }
}
