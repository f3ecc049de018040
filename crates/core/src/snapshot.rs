//! A state in parts, so that a start need not replay every fact.
//!
//! A snapshot is a convenience, never a source: it can be thrown away at any time, and the same facts
//! give the same one. It holds people's details too, so whoever keeps one throws it away when
//! details are erased.

use std::sync::Arc;

use imbl::OrdMap;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    agreements::{self, Agreement, Document},
    applicants::Applicant,
    archive,
    assets::Asset,
    cases::Case,
    declarations::Declaration,
    exits::Exit,
    membership::{Membership, Party},
    offices::{Tenure, Vouched},
    personal::Words,
    proposals::{NamedMatter, Proposal, Resolution},
    reviews::Reviews,
    rulebook::{Bundle, Rulebook},
    standing::{Channel, Kept},
    state::State,
    values::{MembershipId, PartyId, ProposalId, Slug, WordsId},
};

/// The layout of the parts. It is counted up with every change of what a state holds, so that a
/// snapshot of another version is never taken for one of this; a golden holds the two together.
pub const LAYOUT: u32 = 8;

/// How many parties, memberships or proposals a part holds at the most.
const PART_ITEMS_MAX: usize = 10_000;

/// A part of a snapshot. The parts of a state are taken up again in the order in which they were given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What there is one of.
    Head {
        /// The co-op's short name.
        handle: Option<Slug>,
        /// When the register began.
        founded: Option<Timestamp>,
        /// When the last fact was decided.
        last: Option<Timestamp>,
        /// The number of the last words beside a fact.
        last_words: WordsId,
    },
    /// An adopted edition.
    Edition(Arc<Bundle>),
    /// Parties.
    Parties(Vec<Arc<Party>>),
    /// Memberships.
    Memberships(Vec<Arc<Membership>>),
    /// Proposals.
    Proposals(Vec<Arc<Proposal>>),
    /// Resolutions.
    Resolutions(Vec<Arc<Resolution>>),
    /// Documents that members commit to.
    Documents(Vec<Arc<Document>>),
    /// Agreements with one party.
    Agreements(Vec<Arc<Agreement>>),
    /// Kinds of matter that the assembly named.
    NamedMatters(Vec<Arc<NamedMatter>>),
    /// Who holds or held an office.
    Tenures(Vec<Tenure>),
    /// Who was vouched for once, and who by two.
    Vouched {
        /// Those who wait for a second office-holder.
        once: Vec<(PartyId, Vouched)>,
        /// When two had vouched.
        twice: Vec<(PartyId, Timestamp)>,
    },
    /// What was named and written about the reviews of memberships.
    Reviews(Vec<(MembershipId, Arc<Reviews>)>),
    /// Cases.
    Cases(Vec<Arc<Case>>),
    /// Exits.
    Exits(Vec<Arc<Exit>>),
    /// Applicants.
    Applicants(Vec<Arc<Applicant>>),
    /// Declarations.
    Declarations(Vec<Arc<Declaration>>),
    /// Assets.
    Assets(Vec<Arc<Asset>>),
    /// Documents of the archive.
    Archive(Vec<Arc<archive::Document>>),
    /// What was recorded beside the standing of memberships.
    Kept(Vec<(MembershipId, Arc<Kept>)>),
    /// The channels of which a link was set.
    Channels(Vec<(Slug, Arc<Channel>)>),
    /// What was written beside facts, with whose it is.
    Words(Vec<(WordsId, PartyId, Arc<Words>)>),
    /// The open proposals, and those whose effect waits.
    Pending {
        /// In rounds or in a vote.
        open: Vec<ProposalId>,
        /// Waiting for something outside the decision.
        awaited: Vec<ProposalId>,
        /// The memberships that end by a notice, with the last day of each.
        leaving: Vec<(MembershipId, Date)>,
        /// People of whose ties to the co-op one has ended.
        parted: Vec<PartyId>,
    },
}

/// The parts of a state.
pub fn parts(state: &State) -> impl Iterator<Item = Part> + '_ {
    let head = Part::Head {
        handle: state.handle.clone(),
        founded: state.founded,
        last: state.last,
        last_words: state.last_words,
    };
    let vouched = Part::Vouched {
        once: state.vouched.iter().map(|(party, one)| (*party, one.clone())).collect(),
        twice: state.restored.iter().map(|(party, at)| (*party, *at)).collect(),
    };
    let pending = Part::Pending {
        open: state.open.keys().copied().collect(),
        awaited: state.awaited.keys().copied().collect(),
        leaving: state.leaving.iter().map(|(id, on)| (*id, *on)).collect(),
        parted: state.parted.keys().copied().collect(),
    };
    std::iter::once(head)
        .chain(state.bundles.values().map(|bundle| Part::Edition(Arc::clone(bundle))))
        .chain(in_parts(state.parties.iter().cloned(), Part::Parties))
        .chain(in_parts(state.memberships.iter().cloned(), Part::Memberships))
        .chain(in_parts(state.proposals.iter().cloned(), Part::Proposals))
        .chain(in_parts(state.resolutions.iter().cloned(), Part::Resolutions))
        .chain(in_parts(state.documents.values().cloned(), Part::Documents))
        .chain(in_parts(state.agreements.iter().cloned(), Part::Agreements))
        .chain(in_parts(state.named_matters.values().cloned(), Part::NamedMatters))
        .chain(in_parts(state.tenures.iter().cloned(), Part::Tenures))
        .chain(std::iter::once(vouched))
        .chain(in_parts(state.reviews.iter().map(|(id, reviews)| (*id, Arc::clone(reviews))), Part::Reviews))
        .chain(in_parts(state.cases.iter().cloned(), Part::Cases))
        .chain(in_parts(state.exits.iter().cloned(), Part::Exits))
        .chain(in_parts(state.applicants.iter().cloned(), Part::Applicants))
        .chain(in_parts(state.declarations.iter().cloned(), Part::Declarations))
        .chain(in_parts(state.assets.iter().cloned(), Part::Assets))
        .chain(in_parts(state.archive.iter().cloned(), Part::Archive))
        .chain(in_parts(state.kept.iter().map(|(id, kept)| (*id, Arc::clone(kept))), Part::Kept))
        .chain(in_parts(state.channels.iter().map(|(id, one)| (id.clone(), Arc::clone(one))), Part::Channels))
        .chain(in_parts(
            state.words.iter().map(|(id, (party, words))| (*id, *party, Arc::clone(words))),
            Part::Words,
        ))
        .chain(std::iter::once(pending))
}

fn in_parts<T>(
    mut items: impl Iterator<Item = T>,
    part: impl Fn(Vec<T>) -> Part,
) -> impl Iterator<Item = Part> {
    std::iter::from_fn(move || {
        let some: Vec<T> = items.by_ref().take(PART_ITEMS_MAX).collect();
        (!some.is_empty()).then(|| part(some))
    })
}

/// Takes a part into a state that begins empty.
pub fn restore(state: &mut State, part: Part) {
    match part {
        Part::Head { handle, founded, last, last_words } => {
            state.last_words = last_words;
            state.handle = handle;
            state.founded = founded;
            state.last = last;
        }
        Part::Edition(bundle) => adopt(state, bundle),
        Part::Parties(parties) => state.parties.extend(parties),
        Part::Memberships(memberships) => state.memberships.extend(memberships),
        Part::Proposals(proposals) => state.proposals.extend(proposals),
        Part::Resolutions(resolutions) => state.resolutions.extend(resolutions),
        Part::Documents(documents) => {
            state.documents.extend(documents.into_iter().map(|document| (document.id.clone(), document)));
        }
        Part::Agreements(agreements) => {
            agreements.into_iter().for_each(|agreement| agreements::keep(state, agreement));
        }
        Part::NamedMatters(named) => {
            state.named_matters.extend(named.into_iter().map(|matter| (matter.id.clone(), matter)));
        }
        Part::Tenures(tenures) => state.tenures.extend(tenures),
        Part::Vouched { once, twice } => {
            state.vouched.extend(once);
            state.restored.extend(twice);
        }
        Part::Reviews(reviews) => state.reviews.extend(reviews),
        Part::Cases(cases) => state.cases.extend(cases),
        Part::Exits(exits) => state.exits.extend(exits),
        Part::Applicants(applicants) => state.applicants.extend(applicants),
        Part::Declarations(declarations) => state.declarations.extend(declarations),
        Part::Assets(assets) => state.assets.extend(assets),
        Part::Archive(documents) => state.archive.extend(documents),
        Part::Kept(kept) => state.kept.extend(kept),
        Part::Channels(channels) => state.channels.extend(channels),
        Part::Words(words) => {
            state.words.extend(words.into_iter().map(|(id, party, words)| (id, (party, words))));
        }
        Part::Pending { open, awaited, leaving, parted } => {
            state.parted = parted.into_iter().map(|id| (id, ())).collect::<OrdMap<_, _>>();
            state.leaving = leaving.into_iter().collect();
            state.open = open.into_iter().map(|id| (id, ())).collect::<OrdMap<_, _>>();
            state.awaited = awaited.into_iter().map(|id| (id, ())).collect::<OrdMap<_, _>>();
        }
    }
}

/// Adopts an edition from its files. One that cannot be read holds for no day: `decide` lets none
/// through, so this is a register written by something else, and what needs the edition says that
/// there is none.
pub(crate) fn adopt(state: &mut State, bundle: Arc<Bundle>) {
    if let Some(rulebook) = Rulebook::read(&bundle).rulebook {
        let from = rulebook.front.in_force_from;
        state.editions.insert(from, Arc::new(rulebook));
        state.bundles.insert(from, bundle);
    }
}
