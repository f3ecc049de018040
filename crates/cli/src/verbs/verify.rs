//! `rochdale verify`

use std::path::PathBuf;

use clap::Args;
use rochdale_register::{Verified, verify, verify_export};
use serde_json::json;

use crate::{answer::Answer, context::Context, failure::Failure, files};

/// Verify a book from its first entry to its last: every payload against its hash, every hash
/// against the chain
///
/// With a FILE no database is needed: an exported book proves itself. Compare the head that is
/// printed with one that somebody else wrote down: the same height must have the same hash.
#[derive(Debug, Args)]
pub struct Verify {
    /// An exported book; without it the book in the database is verified
    file: Option<PathBuf>,
}

impl Verify {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let (verified, place) = match self.file {
            Some(path) => {
                let (mut file, place) = files::to_read(&path)?;
                let verified = verify_export(&mut file, &place);
                (verified.map_err(|error| Failure::unread(error, &place))?, place)
            }
            None => {
                let database = context.database().await?;
                let organization = context.organization(&database).await?;
                let verified = verify(&database, &organization).await;
                let place = database.place().to_owned();
                (verified.map_err(|error| Failure::unread(error, &place))?, place)
            }
        };
        Ok(answer(&verified, &place))
    }
}

fn answer(verified: &Verified, place: &str) -> Answer {
    let Verified { organization, head, without_details } = verified;
    let erased = match without_details {
        0 => String::new(),
        1 => "1 entry brings details of a person that are erased or left out; their hash is in the chain.\n"
            .to_owned(),
        many => {
            format!(
                "{many} entries bring details of people that are erased or left out; their hashes are in the chain.\n"
            )
        }
    };
    let text = format!(
        "The book of {organization} verifies.\n  where   {place}\n  height  {}\n  head    {}\n{erased}",
        head.height, head.hash
    );
    let value = json!({
        "verifies": true, "organization": organization, "place": place, "height": head.height,
        "head": head.hash, "at": head.at, "without_details": without_details,
    });
    Answer::new(text, value)
}
