//! `rochdale init`

use std::{path::PathBuf, sync::Arc};

use clap::Args;
use rochdale_core::values::{RequestId, Slug};
use rochdale_register::{Registers, SystemClock};
use serde_json::json;
use uuid::Uuid;

use crate::{answer::Answer, asked, bundle, context::Context, failure::Failure};

/// Begin the book of a co-op with its bylaws
///
/// The rulebook is checked first; one with an error begins nothing.
#[derive(Debug, Args)]
pub struct Init {
    /// The folder of the rulebook
    folder: PathBuf,
    /// The co-op's short name in addresses [default: the id in the rulebook's front matter]
    #[arg(long)]
    handle: Option<Slug>,
}

impl Init {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let (bundle, rulebook) = bundle::sound_with_examples(&self.folder)?;
        let handle = self.handle.unwrap_or_else(|| rulebook.front.id.clone());
        let database = context.database_or_new().await?;
        if database.organizations().await?.contains(&handle) {
            return Err(Failure::not_understood(
                format!("there already is a book of {handle}"),
                database.place(),
                "choose another --handle or another --database",
            ));
        }
        let registers = Registers::open(database, Arc::new(SystemClock)).await?;
        let answer = registers.found(RequestId(Uuid::now_v7()), handle.clone(), bundle.clone()).await;
        let state = registers.registrar(&handle).map(|registrar| registrar.state()).unwrap_or_default();
        let done = asked::done(context, &state, answer)?;
        let place = registers.database().place();
        let name = rulebook.front.name.in_language(&context.language);
        let text = format!(
            "The book of {name} begins in {place}.\n  handle   {handle}\n  edition  {}, in force from {}\n  \
             bylaws   {}\n\nEnter people and members with `rochdale submit`, then `rochdale serve`.\n",
            rulebook.front.edition,
            rulebook.front.in_force_from,
            bundle.hash()
        );
        let value = json!({
            "organization": handle, "database": place, "edition": rulebook.front.edition, "hash": bundle.hash(),
            "height": done.heights.start,
        });
        Ok(Answer::new(text, value))
    }
}
