//! The fold of the facts. Pages read it; nothing else holds what a co-op is.

use std::sync::Arc;

use imbl::{OrdMap, Vector};
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::{
    agreements::{Agreement, Document},
    applicants::Applicant,
    archive,
    assets::Asset,
    cases::Case,
    declarations::Declaration,
    exits::Exit,
    membership::{Membership, Party, acts_as},
    offices::{Tenure, Vouched},
    personal::Words,
    proposals::{NamedMatter, Proposal, Resolution},
    reviews::Reviews,
    rulebook::{Bundle, Rulebook},
    standing::{Channel, Kept},
    values::{
        AgreementId, ApplicantId, AssetId, CaseId, DeclarationId, DocumentId, ExitId, MembershipId, PartyId,
        ProposalId, ResolutionNumber, Slug, WordsId,
    },
};

/// One co-op, as its register has it. Cloning shares everything: it costs the same for ten members
/// and for a million.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// The co-op's short name in addresses; `None` before the founding.
    pub handle: Option<Slug>,
    /// The adopted editions by the first day on which each is in force.
    pub(crate) editions: OrdMap<Date, Arc<Rulebook>>,
    /// Their files, by the same days.
    pub(crate) bundles: OrdMap<Date, Arc<Bundle>>,
    pub(crate) parties: Vector<Arc<Party>>,
    pub(crate) memberships: Vector<Arc<Membership>>,
    pub(crate) proposals: Vector<Arc<Proposal>>,
    pub(crate) resolutions: Vector<Arc<Resolution>>,
    pub(crate) documents: OrdMap<Slug, Arc<Document>>,
    pub(crate) agreements: Vector<Arc<Agreement>>,
    /// Which of them are with whom.
    pub(crate) agreed_with: OrdMap<PartyId, Vec<AgreementId>>,
    /// Those that wait for a signature.
    pub(crate) unsigned: OrdMap<AgreementId, ()>,
    pub(crate) named_matters: OrdMap<Slug, Arc<NamedMatter>>,
    pub(crate) tenures: Vector<Tenure>,
    /// Who was vouched for once, and waits for a second office-holder.
    pub(crate) vouched: OrdMap<PartyId, Vouched>,
    /// When two had vouched for somebody, the last time.
    pub(crate) restored: OrdMap<PartyId, Timestamp>,
    pub(crate) cases: Vector<Arc<Case>>,
    pub(crate) exits: Vector<Arc<Exit>>,
    /// The memberships that end by a notice that stands, with the last day of each.
    pub(crate) leaving: OrdMap<MembershipId, Date>,
    pub(crate) applicants: Vector<Arc<Applicant>>,
    pub(crate) declarations: Vector<Arc<Declaration>>,
    pub(crate) assets: Vector<Arc<Asset>>,
    pub(crate) archive: Vector<Arc<archive::Document>>,
    /// What was recorded beside the standing of memberships.
    pub(crate) kept: OrdMap<MembershipId, Arc<Kept>>,
    /// The channels of which a link was set.
    pub(crate) channels: OrdMap<Slug, Arc<Channel>>,
    /// What was named and written about the reviews of memberships.
    pub(crate) reviews: OrdMap<MembershipId, Arc<Reviews>>,
    /// What was written beside facts and not erased, with whose it is.
    pub(crate) words: OrdMap<WordsId, (PartyId, Arc<Words>)>,
    /// The number of the last words.
    pub(crate) last_words: WordsId,
    /// Proposals that are open, so that the clock need not look at all of them.
    pub(crate) open: OrdMap<ProposalId, ()>,
    /// Carried proposals whose effect waits for something outside the decision.
    pub(crate) awaited: OrdMap<ProposalId, ()>,
    /// People of whose ties to the co-op one has ended.
    pub(crate) parted: OrdMap<PartyId, ()>,
    /// When the register began.
    pub(crate) founded: Option<Timestamp>,
    /// When the last fact was decided.
    pub(crate) last: Option<Timestamp>,
}

impl State {
    /// Whether the register has begun.
    pub fn is_founded(&self) -> bool {
        self.handle.is_some()
    }

    /// When the register began; `None` before the founding.
    pub fn founded_at(&self) -> Option<Timestamp> {
        self.founded
    }

    /// Whether `person` may act for a membership on a day, and cast its vote: it is theirs, or they represent
    /// the organization whose it is.
    pub fn vote_is_held_by(&self, membership: MembershipId, person: PartyId, day: Date) -> bool {
        self.membership(membership)
            .and_then(|held| self.party(held.party))
            .is_some_and(|holder| acts_as(self, holder, person, day).is_some())
    }

    /// When the last fact was decided; `None` before the first.
    pub fn last_decided(&self) -> Option<Timestamp> {
        self.last
    }

    /// The co-op's time zone: that of the newest edition in force at the last fact; UTC before the founding.
    pub fn time_zone(&self) -> TimeZone {
        self.editions.iter().next().map_or(TimeZone::UTC, |(_, rulebook)| rulebook.front.time_zone.clone())
    }

    /// The day of an instant in the co-op's time zone.
    pub fn date_of(&self, at: Timestamp) -> Date {
        match self.editions.iter().next() {
            Some((_, rulebook)) => rulebook.front.time_zone.to_datetime(at).date(),
            None => TimeZone::UTC.to_datetime(at).date(),
        }
    }

    /// The day on which an entry about `day` was recorded, if that is later: a letter of Friday that was
    /// found on Monday.
    pub fn recorded_late(&self, day: Date, recorded: Timestamp) -> Option<Date> {
        Some(self.date_of(recorded)).filter(|recorded| *recorded > day)
    }

    /// The edition in force on a day. The founding edition also holds for the days before it, which
    /// the opening roll speaks of. `None` before the founding.
    pub fn rulebook_on(&self, day: Date) -> Option<Arc<Rulebook>> {
        self.editions
            .range(..=day)
            .next_back()
            .or_else(|| self.editions.iter().next())
            .map(|(_, rulebook)| Arc::clone(rulebook))
    }

    /// The edition in force at an instant.
    pub fn rulebook_at(&self, at: Timestamp) -> Option<Arc<Rulebook>> {
        self.rulebook_on(self.date_of(at))
    }

    /// The edition with this number.
    pub fn edition(&self, number: u32) -> Option<&Arc<Rulebook>> {
        self.editions.values().find(|rulebook| rulebook.front.edition == number)
    }

    /// The adopted editions with the first day of each, in order.
    pub fn editions(&self) -> impl Iterator<Item = (Date, &Arc<Rulebook>)> {
        self.editions.iter().map(|(day, rulebook)| (*day, rulebook))
    }

    /// The newest of the adopted editions, in force already or not; `None` before the founding.
    pub fn last_edition(&self) -> Option<&Arc<Rulebook>> {
        self.editions.values().max_by_key(|rulebook| rulebook.front.edition)
    }

    /// The files of the edition in force on a day, as they were adopted.
    pub fn bundle_on(&self, day: Date) -> Option<&Arc<Bundle>> {
        self.bundles
            .range(..=day)
            .next_back()
            .or_else(|| self.bundles.iter().next())
            .map(|(_, bundle)| bundle)
    }

    /// The party with this number.
    pub fn party(&self, id: PartyId) -> Option<&Arc<Party>> {
        self.parties.get(id.index()?)
    }

    /// All parties, in the order of entering.
    pub fn parties(&self) -> impl Iterator<Item = &Arc<Party>> {
        self.parties.iter()
    }

    /// The membership with this number.
    pub fn membership(&self, id: MembershipId) -> Option<&Arc<Membership>> {
        self.memberships.get(id.index()?)
    }

    /// All memberships, past ones too, in the order of admission.
    pub fn memberships(&self) -> impl Iterator<Item = &Arc<Membership>> {
        self.memberships.iter()
    }

    /// The memberships that are current on a day.
    pub fn memberships_on(&self, day: Date) -> impl Iterator<Item = &Arc<Membership>> {
        self.memberships.iter().filter(move |membership| membership.is_current_on(day))
    }

    /// What was named and written about the reviews of a membership; `None` where nothing was.
    pub fn reviews(&self, membership: MembershipId) -> Option<&Arc<Reviews>> {
        self.reviews.get(&membership)
    }

    /// The memberships about whose reviews anything was named or written.
    pub(crate) fn reviewed(&self) -> impl Iterator<Item = MembershipId> {
        self.reviews.keys().copied()
    }

    /// The number that the next words beside a fact get.
    pub(crate) fn next_words(&self) -> WordsId {
        WordsId(self.last_words.0.saturating_add(1))
    }

    /// The proposal with this number.
    pub fn proposal(&self, id: ProposalId) -> Option<&Arc<Proposal>> {
        self.proposals.get(id.index()?)
    }

    /// All proposals, drafts too, in the order of drafting.
    pub fn proposals(&self) -> impl DoubleEndedIterator<Item = &Arc<Proposal>> {
        self.proposals.iter()
    }

    /// The open proposals, in rounds or in a vote.
    pub fn open_proposals(&self) -> impl Iterator<Item = &Arc<Proposal>> {
        self.open.keys().filter_map(|id| self.proposal(*id))
    }

    /// The resolution with this number.
    pub fn resolution(&self, number: ResolutionNumber) -> Option<&Arc<Resolution>> {
        self.resolutions.get(number.index()?)
    }

    /// All resolutions, in the order of deciding.
    pub fn resolutions(&self) -> impl DoubleEndedIterator<Item = &Arc<Resolution>> {
        self.resolutions.iter()
    }

    /// The document with this name.
    pub fn document(&self, id: &Slug) -> Option<&Arc<Document>> {
        self.documents.get(id)
    }

    /// The agreement with this number. Whether somebody may read it, [`crate::agreements::reads`] says.
    pub fn agreement(&self, id: AgreementId) -> Option<&Arc<Agreement>> {
        self.agreements.get(id.index()?)
    }

    /// All agreements, drafts and past ones too, in the order of drafting.
    pub fn agreements(&self) -> impl DoubleEndedIterator<Item = &Arc<Agreement>> {
        self.agreements.iter()
    }

    /// The agreements with a party, in the order of drafting.
    pub fn agreements_with(&self, party: PartyId) -> impl DoubleEndedIterator<Item = &Arc<Agreement>> {
        self.agreed_with.get(&party).into_iter().flatten().filter_map(|id| self.agreement(*id))
    }

    /// The agreements that wait for a signature.
    pub(crate) fn unsigned_agreements(&self) -> impl Iterator<Item = &Arc<Agreement>> {
        self.unsigned.keys().filter_map(|id| self.agreement(*id))
    }

    /// The documents that members commit to, by their names.
    pub fn documents(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.documents.values()
    }

    /// The kinds of matter that the assembly named by resolution.
    pub fn named_matters(&self) -> impl Iterator<Item = &Arc<NamedMatter>> {
        self.named_matters.values()
    }

    /// The case with this number. Whether somebody may read it, [`crate::cases::reads`] says.
    pub fn case(&self, id: CaseId) -> Option<&Arc<Case>> {
        self.cases.get(id.index()?)
    }

    /// All cases, in the order of opening.
    pub fn cases(&self) -> impl DoubleEndedIterator<Item = &Arc<Case>> {
        self.cases.iter()
    }

    /// The exit with this number. Whether somebody may read it, [`crate::exits::reads`] says.
    pub fn exit(&self, id: ExitId) -> Option<&Arc<Exit>> {
        self.exits.get(id.index()?)
    }

    /// All exits, in the order of opening.
    pub fn exits(&self) -> impl DoubleEndedIterator<Item = &Arc<Exit>> {
        self.exits.iter()
    }

    /// The applicant with this number. Whether somebody may read what they sent, [`crate::sight`] says.
    pub fn applicant(&self, id: ApplicantId) -> Option<&Arc<Applicant>> {
        self.applicants.get(id.index()?)
    }

    /// All applicants, in the order of their forms.
    pub fn applicants(&self) -> impl DoubleEndedIterator<Item = &Arc<Applicant>> + ExactSizeIterator {
        self.applicants.iter()
    }

    /// Whether anything that was written is a party's to have erased.
    pub(crate) fn has_words_of(&self, party: PartyId) -> bool {
        self.words.values().any(|(of, _)| *of == party)
    }

    /// The declaration with this number. Whether somebody may see it, [`crate::declarations::reads`] says.
    pub fn declaration(&self, id: DeclarationId) -> Option<&Arc<Declaration>> {
        self.declarations.get(id.index()?)
    }

    /// All declarations, in the order of making.
    pub fn declarations(&self) -> impl DoubleEndedIterator<Item = &Arc<Declaration>> {
        self.declarations.iter()
    }

    /// The asset with this number. Whether somebody sees it, [`crate::assets::is_seen`] says.
    pub fn asset(&self, id: AssetId) -> Option<&Arc<Asset>> {
        self.assets.get(id.index()?)
    }

    /// All assets, those that are retired too, in the order of entering.
    pub fn assets(&self) -> impl DoubleEndedIterator<Item = &Arc<Asset>> {
        self.assets.iter()
    }

    /// The document of the archive with this number. Whether somebody reads it, [`crate::archive::reads`] says.
    pub fn filed_document(&self, id: DocumentId) -> Option<&Arc<archive::Document>> {
        self.archive.get(id.index()?)
    }

    /// All documents of the archive, those that are erased too, in the order of filing.
    pub fn filed_documents(&self) -> impl DoubleEndedIterator<Item = &Arc<archive::Document>> {
        self.archive.iter()
    }

    /// What was recorded beside the standing of a membership; `None` where nothing was.
    pub fn kept(&self, membership: MembershipId) -> Option<&Arc<Kept>> {
        self.kept.get(&membership)
    }

    /// A channel of which a link was set. Whether somebody may see the link, [`crate::standing::link_for`] says.
    pub(crate) fn channel(&self, id: &Slug) -> Option<&Arc<Channel>> {
        self.channels.get(id)
    }

    /// What was written beside a fact; `None` once it is erased.
    pub fn words(&self, id: WordsId) -> Option<&Words> {
        self.words.get(&id).map(|(_, words)| &**words)
    }

    /// Everybody who holds or held an office, in the order of giving.
    pub fn tenures(&self) -> impl DoubleEndedIterator<Item = &Tenure> {
        self.tenures.iter()
    }

    /// Who vouched first for somebody who can no longer sign in, if anybody did and nobody second.
    pub fn vouched_for(&self, party: PartyId) -> Option<&Vouched> {
        self.vouched.get(&party)
    }

    /// When two office-holders had vouched for somebody who could no longer sign in, the last time.
    pub fn access_restored(&self, party: PartyId) -> Option<Timestamp> {
        self.restored.get(&party).copied()
    }

    /// The carried proposals whose effect waits for something outside the decision.
    pub fn awaited_effects(&self) -> impl Iterator<Item = &Arc<Proposal>> {
        self.awaited.keys().filter_map(|id| self.proposal(*id))
    }
}
