//! `rochdale show applicants`

use clap::Args;
use rochdale_core::applicants::ApplicantStage;
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, failure::Failure, table::table};

/// Show who asked to come in, how far they have come, and since when they wait
#[derive(Debug, Args)]
pub struct Applicants {
    /// Those at this stage only: new, talking, invited, admitted, declined, withdrawn
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,
}

impl Applicants {
    pub fn show(self, context: &Context, book: &Book) -> Result<Answer, Failure> {
        let wanted = self.stage.as_deref().map(stage).transpose()?;
        let (mut rows, mut values) = (Vec::new(), Vec::<Value>::new());
        book.said(context, |words| {
            let state = &book.state;
            let at_stage = |stage: ApplicantStage| wanted.is_none_or(|wanted| wanted == stage);
            for applicant in state.applicants().filter(|applicant| at_stage(applicant.stage.0)) {
                let (age, waits) = (applicant.age_on(state, book.today), applicant.waits_on(state, book.today));
                let called = applicant.called(state);
                rows.push([
                    applicant.id.to_string(),
                    called.unwrap_or("(erased)").to_owned(),
                    words.class(&applicant.class),
                    format!("{} for {waits} days", applicant.stage.0.id()),
                    format!("{age} days"),
                    applicant.owner.map(|owner| words.party(owner)).unwrap_or_default(),
                ]);
                values.push(json!({
                    "applicant": applicant.id, "name": called, "class": applicant.class, "kind": applicant.kind,
                    "stage": applicant.stage.0, "sent": applicant.sent, "at_stage_since": applicant.stage.1,
                    "owner": applicant.owner, "invited": applicant.invited,
                }));
            }
        });
        let text = table(["no", "name", "asks for", "stage", "age", "answered by"], &rows);
        Ok(Answer::new(text, json!({ "applicants": values })))
    }
}

/// The stage of this name.
fn stage(text: &str) -> Result<ApplicantStage, Failure> {
    ApplicantStage::from_id(text).ok_or_else(|| {
        let known: Vec<&str> = ApplicantStage::ALL.iter().map(|stage| stage.id()).collect();
        Failure::not_understood(
            format!("there is no stage \"{text}\""),
            "--stage",
            format!("give one of: {}", known.join(", ")),
        )
    })
}
