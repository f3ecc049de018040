//! `rochdale list group`

use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use rochdale_core::sight::Viewer;
use rochdale_lists::out::{Changes, group, group_csv, left_csv};
use serde_json::json;

use super::written;
use crate::{answer::Answer, book::Book, context::Context, failure::Failure, files::NewFile};

/// Write who joined and who left since last time, to bring the members' Google Group up to date
///
/// The group should have the people who are members and those who act for organizations that are. What is
/// written is kept beside the book, so that the next time only what has changed since is told.
#[derive(Debug, Args)]
pub struct Group {
    /// The address of the group
    address: String,
    /// The file for who joined, as Google's bulk upload takes it; it must not exist yet
    #[arg(long, value_name = "FILE")]
    joined: PathBuf,
    /// The file for the addresses of who left; it must not exist yet
    #[arg(long, value_name = "FILE")]
    left: PathBuf,
    /// Write everybody, as if the group were empty
    #[arg(long)]
    everybody: bool,
}

impl Group {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let book = Book::open(context).await?;
        let (state, today) = (&book.state, book.today);
        let reached = group(state, Viewer::Desk, today)
            .map_err(|refusal| Failure::refused(context, state, &refusal))?;
        let exports = book.database.group_exports(&book.organization).await?;
        let before =
            exports.last().filter(|_| !self.everybody).map(|last| last.people.clone()).unwrap_or_default();
        let changes = Changes::between(state, Viewer::Desk, today, &before, &reached.people());
        let joined = group_csv(&self.address, changes.joined.iter().map(|(_, address)| address.as_str()));
        let left = left_csv(changes.left.iter().map(|(_, address)| address.as_str()));
        let files = [written(&self.joined, &joined)?, written(&self.left, &left)?];
        // Only what is written is recorded: a file that could not be made changes nothing. And files whose writing was
        // not recorded do not stay, because the next ones would tell of the same people again.
        book.database
            .record_group(&book.organization, None, Timestamp::now(), &self.address, &reached.people())
            .await?;
        let places = files.map(NewFile::keep).into_iter().collect::<Result<Vec<_>, _>>()?;
        let mut text = format!(
            "{} joined: {}\n{} left: {}\n",
            changes.joined.len(),
            places[0],
            changes.left.len(),
            places[1]
        );
        if changes.left_unknown > 0 {
            text.push_str(&format!(
                "{} left whose details are erased: nobody here knows their address any more\n",
                changes.left_unknown
            ));
        }
        if !reached.without.is_empty() {
            text.push_str(&format!("{} should be in it and have no address here\n", reached.without.len()));
        }
        let value = json!({
            "joined": changes.joined.len(), "left": changes.left.len(), "left_unknown": changes.left_unknown,
            "without_address": reached.without, "files": places,
        });
        Ok(Answer::new(text, value))
    }
}
