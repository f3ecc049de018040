//! Facts of applicants to state. Knows no rule and cannot fail.

use std::sync::Arc;

use super::{Applicant, ApplicantStage, Happening, Invited, What};
use crate::{
    fact::{Fact, Happened},
    state::State,
    values::{ApplicantId, WordsId},
};

/// Takes a fact of applicants into the state; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    let at = happened.at;
    let happening = |what: What, words: Option<WordsId>| Happening { by: happened.by, at, what, words };
    match &happened.recorded.fact {
        Fact::InterestSent { applicant, party, class, kind, words } => {
            state.applicants.push_back(Arc::new(Applicant {
                id: *applicant,
                party: *party,
                class: class.clone(),
                kind: kind.clone(),
                sent: at,
                words: *words,
                stage: (ApplicantStage::New, at),
                owner: None,
                invited: None,
                happenings: vec![happening(What::Moved(ApplicantStage::New), None)],
            }));
        }
        Fact::ApplicantNoted { applicant, words } => with_applicant(state, *applicant, |known| {
            known.happenings.push(happening(What::Noted, Some(*words)));
        }),
        Fact::ApplicantAssigned { applicant, owner } => with_applicant(state, *applicant, |known| {
            known.owner = Some(*owner);
            known.happenings.push(happening(What::Assigned(*owner), None));
        }),
        Fact::ApplicantMoved { applicant, to, words } => with_applicant(state, *applicant, |known| {
            known.stage = (*to, at);
            known.happenings.push(happening(What::Moved(*to), *words));
        }),
        Fact::ApplicantInvited { applicant, person, organization } => {
            with_applicant(state, *applicant, |known| {
                known.stage = (ApplicantStage::Invited, at);
                known.invited = Some(Invited { at, person: *person, organization: *organization });
                known.happenings.push(happening(What::Moved(ApplicantStage::Invited), None));
            });
        }
        _ => {}
    }
}

fn with_applicant(state: &mut State, id: ApplicantId, change: impl FnOnce(&mut Applicant)) {
    if let Some(applicant) = id.index().and_then(|place| state.applicants.get_mut(place)) {
        change(Arc::make_mut(applicant));
    }
}
