//! Who is asked for a version of a document, since when, and who has committed to it.

use std::sync::Arc;

use jiff::{ToSpan, civil::Date};

use super::{Document, Version};
use crate::{
    applicants::{ApplicantStage, waiting_at},
    rulebook::{Citation, Rulebook},
    state::State,
    values::{ApplicantId, PartyId, Slug},
};

/// Somebody who is asked to commit to a version of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Who: a member, or somebody who is invited.
    pub party: PartyId,
    /// In which class they are asked, or which they asked for.
    pub class: Slug,
    /// By which application, where they are not in yet.
    pub applicant: Option<ApplicantId>,
    /// Since when they are asked.
    pub since: Date,
    /// Who committed for them, and on which day.
    pub acknowledged: Option<(PartyId, Date)>,
    /// The clause that asks.
    pub cites: Arc<Citation>,
}

/// The last day on which a version is asked for, as of `day`: `day` itself, or the day before the next version;
/// `None` for a version that is not asked for yet.
pub fn last_asked(document: &Document, version: &Version, day: Date) -> Option<Date> {
    let next =
        document.versions.iter().find(|next| next.number > version.number && next.in_force_from <= day);
    let last = next.map_or(day, |next| next.in_force_from.saturating_sub(1.days()));
    (version.in_force_from <= last).then_some(last)
}

/// Everybody who is asked for a version of a document as of `day`, who has not committed first, and then those
/// asked for the longest. Of an earlier version those whom it was last asked of.
pub fn asked_for(state: &State, document: &Document, version: &Version, day: Date) -> Vec<Asked> {
    let Some(last) = last_asked(document, version, day) else { return Vec::new() };
    let Some(rulebook) = state.rulebook_on(last) else { return Vec::new() };
    let member = |party, class: &Slug, in_class: Date| {
        let cites = clause(&rulebook, &document.id, class)?;
        Some(asked(state, version, (party, class, None), in_class, cites))
    };
    let members = state.memberships_on(last).filter_map(|held| {
        let (in_class, class) = held.class_on(last)?;
        member(held.party, class, in_class)
    });
    let invited =
        waiting_at(state, ApplicantStage::Invited).into_iter().filter(|_| last == day).filter_map(|known| {
            let (invited, cites) = (known.invited?, clause(&rulebook, &document.id, &known.class)?);
            let who = (invited.party(), &known.class, Some(known.id));
            Some(asked(state, version, who, state.date_of(invited.at), cites))
        });
    let mut all: Vec<Asked> = members.chain(invited).collect();
    all.sort_by_key(|asked| (asked.acknowledged.is_some(), asked.since, asked.party));
    all
}

fn asked(
    state: &State,
    version: &Version,
    (party, class, applicant): (PartyId, &Slug, Option<ApplicantId>),
    since: Date,
    cites: &Arc<Citation>,
) -> Asked {
    let acknowledged = version.acknowledged.get(&party).map(|(person, at)| (*person, state.date_of(*at)));
    let since = since.max(version.in_force_from);
    Asked { party, class: class.clone(), applicant, since, acknowledged, cites: Arc::clone(cites) }
}

/// The clause by which a class commits to a document.
fn clause<'a>(rulebook: &'a Rulebook, document: &Slug, class: &Slug) -> Option<&'a Arc<Citation>> {
    let names = |named: &crate::rulebook::Named| named.id == *document;
    let commitment = rulebook
        .commitments()
        .find(|commitment| commitment.classes.contains(class) && commitment.documents.iter().any(names));
    commitment.map(|commitment| commitment.cite)
}
