//! `rochdale show applicant`

use clap::Args;
use rochdale_core::{applicants::What, command::By, values::ApplicantId};
use serde_json::json;

use crate::{answer::Answer, book::Book, context::Context, failure::Failure};

/// Show what an applicant sent, and what happened since
#[derive(Debug, Args)]
pub struct Applicant {
    /// The number of the applicant
    #[arg(value_name = "NUMBER")]
    number: u32,
}

impl Applicant {
    pub fn show(self, context: &Context, book: &Book) -> Result<Answer, Failure> {
        let state = &book.state;
        let Some(applicant) = state.applicant(ApplicantId(self.number)) else {
            return Err(Failure::not_understood(
                format!("there is no applicant number {}", self.number),
                "NUMBER",
                "look for the number with `rochdale show applicants`",
            ));
        };
        let said = applicant.said(state);
        let text = book.said(context, |words| {
            let mut lines = vec![format!(
                "{}, {}, {}",
                applicant.called(state).unwrap_or("(erased)"),
                words.class(&applicant.class),
                applicant.stage.0.id()
            )];
            for (asked, answer) in said.into_iter().flat_map(|said| &said.texts) {
                lines.push(format!("  {asked}: {}", answer.replace('\n', "\n    ")));
            }
            for happening in &applicant.happenings {
                let by = match happening.by {
                    By::Party(party) => words.party(party),
                    By::Desk => "the desk".to_owned(),
                    By::Clock => "the clock".to_owned(),
                    By::Visitor => "a visitor".to_owned(),
                };
                let what = match happening.what {
                    What::Moved(stage) => stage.id().to_owned(),
                    What::Assigned(owner) => format!("answered by {}", words.party(owner)),
                    What::Noted => "a note".to_owned(),
                };
                let wrote = happening.words.and_then(|id| state.words(id)).map(|said| said.on("text"));
                let wrote = wrote.map(|text| format!(": {text}")).unwrap_or_default();
                lines.push(format!("{}  {by}: {what}{wrote}", words.instant(happening.at)));
            }
            lines.join("\n") + "\n"
        });
        let happenings: Vec<_> = applicant
            .happenings
            .iter()
            .map(|one| {
                let wrote = one.words.and_then(|id| state.words(id)).map(|said| said.on("text"));
                json!({ "by": one.by, "at": one.at, "what": one.what, "text": wrote })
            })
            .collect();
        let value = json!({
            "applicant": applicant.id, "class": applicant.class, "kind": applicant.kind, "sent": applicant.sent,
            "stage": applicant.stage.0, "owner": applicant.owner, "invited": applicant.invited,
            "form": said.map(|said| &said.texts), "happenings": happenings,
        });
        Ok(Answer::new(text, value))
    }
}
