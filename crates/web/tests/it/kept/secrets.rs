//! Co-ops in which something that only some may read is written in every place where that can be, each with a sign
//! that stands nowhere else. Who may find it is said twice: by name, as the bylaws have it, and as the core's sight
//! says; a sight that forgets a check disagrees with the names.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rochdale_core::{
    agreements, assets, cases,
    command::{By, Command, Draft, Effect, Stance},
    declarations, exits,
    fact::Fact,
    personal::Words,
    reviews,
    sight::{Viewer, details_for, must_answer_applicants, proposal_for},
    state::State,
    values::{
        AgreementId, ApplicantId, AssetId, CaseId, DeclarationId, ExitId, Minor, PartyId, ProposalId, Slug,
    },
};
use rochdale_register::{Answer, Done};

use crate::village::{COASSEMBLY, CONNECTICUT, Village};

/// Whether somebody may find a sign.
type May = Box<dyn Fn(&State, Viewer, Date) -> bool>;

/// Something that was planted.
pub struct Secret {
    /// What it is, for the message of a test that fails.
    pub what: String,
    /// How it can be written.
    pub signs: Vec<String>,
    /// Who may find it, by name.
    pub readers: BTreeSet<String>,
    /// Who may find it, as the core's sight says.
    pub may: May,
}

/// The desk, among the names.
pub const DESK: &str = "the desk";
/// Whoever is invited to the network.
pub const INVITED: &str = "whoever is invited";

/// Numbers by chance, the same for the same seed.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// Any number below `end`.
    fn below(&mut self, end: usize) -> usize {
        // The steps of xorshift64* (Vigna 2016).
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).unwrap() % end
    }

    /// So many different ones of them, in any order.
    pub fn some<'a, const N: usize>(&mut self, of: &[&'a str]) -> [&'a str; N] {
        let mut left = of.to_vec();
        std::array::from_fn(|_| left.remove(self.below(left.len())))
    }
}

/// A co-op with what is planted in it.
pub struct Planted<'a> {
    village: &'a Village,
    chance: Chance,
    org: &'static str,
    pub secrets: Vec<Secret>,
}

const ASSOCIATES: [&str; 2] = ["Hana Kuo", "Ian Hsu"];
const OWNERS: [&str; 7] = ["Ana Lin", "Bo Chen", "Chi Wang", "Dee Huang", "Eli Tsai", "Fay Wu", "Gus Liao"];

impl<'a> Planted<'a> {
    /// A sign that stands nowhere else, found by `readers`, and by whoever `may`.
    fn sign(
        &mut self,
        what: &str,
        readers: &[&str],
        may: impl Fn(&State, Viewer, Date) -> bool + 'static,
    ) -> String {
        let sign = format!("zq{}x{}", self.secrets.len(), self.chance.below(1_000_000));
        self.plants(what, vec![sign.clone()], readers, may);
        sign
    }

    fn plants(
        &mut self,
        what: &str,
        signs: Vec<String>,
        readers: &[&str],
        may: impl Fn(&State, Viewer, Date) -> bool + 'static,
    ) {
        let readers = readers.iter().map(|name| (*name).to_owned()).collect();
        self.secrets.push(Secret { what: what.to_owned(), signs, readers, may: Box::new(may) });
    }

    async fn does(&self, by: By, command: Command) -> Done {
        match self.village.ask(self.org, by, command.clone()).await {
            Answer::Done(done) => done,
            other => panic!("{command:?}: {other:?}"),
        }
    }

    async fn by(&self, name: &str, command: Command) -> Done {
        self.does(By::Party(self.village.person(name)), command).await
    }

    /// Everybody's address: theirs, the keeper's and the desk's to know.
    fn addresses(&mut self, keeper: &str) {
        let state = self.village.site.registers.registrar(&Slug::new(self.org)).unwrap().state();
        for party in state.parties() {
            let Some(details) = party.details() else { continue };
            let (id, Some(email)) = (party.id, details.email.clone()) else { continue };
            let what = format!("the address {email}");
            self.plants(&what, vec![email], &[&details.name, keeper, DESK], move |state, viewer, day| {
                state.party(id).is_some_and(|party| details_for(state, viewer, party, day).is_some())
            });
        }
    }
}

fn with<'n>(some: &[&'n str], others: &[&'n str]) -> Vec<&'n str> {
    [some, others].concat()
}

fn words(texts: &[(&str, String)]) -> Words {
    let texts = texts.iter().map(|(subject, text)| (Slug::new(subject), text.clone())).collect();
    Words { texts, salt: "0123456789abcdef".to_owned() }
}

fn text(sign: &str) -> Words {
    words(&[("text", format!("Between us: {sign}."))])
}

fn reads_case(case: CaseId) -> impl Fn(&State, Viewer, Date) -> bool {
    move |state, viewer, day| {
        let known = state.case(case).zip(viewer.person());
        known.is_some_and(|(case, person)| cases::reads(state, case, person, day))
    }
}

fn reads_agreement(agreement: AgreementId) -> impl Fn(&State, Viewer, Date) -> bool {
    move |state, viewer, day| {
        let known = state.agreement(agreement).zip(viewer.person());
        known.is_some_and(|(known, person)| agreements::reads(state, known, person, day))
    }
}

fn sees_proposal(proposal: ProposalId) -> impl Fn(&State, Viewer, Date) -> bool {
    move |state, viewer, day| proposal_for(state, viewer, proposal, day).is_some()
}

/// Plants in the co-op of designers; who does what to whom is by chance.
pub async fn in_coassembly(village: &Village, seed: u64) -> Planted<'_> {
    let chance = Chance::new(seed);
    let mut planted = Planted { village, chance, org: COASSEMBLY, secrets: Vec::new() };
    let from: Date = "2026-03-01".parse().unwrap();
    let holders: [&str; 4] = planted.chance.some(&OWNERS);
    for (office, name) in ["secretary", "treasurer", "facilitator", "asset-keeper"].into_iter().zip(holders) {
        let (office, person) = (Slug::new(office), village.person(name));
        planted.does(By::Desk, Command::GiveOffice { office, person, from, until: None }).await;
    }
    let [secretary, treasurer, facilitator, asset_keeper] = holders;
    planted.addresses(secretary);
    planted.complaints(facilitator).await;
    planted.reviews().await;
    planted.agreements(secretary).await;
    planted.declarations().await;
    planted.assets(asset_keeper).await;
    planted.proposals().await;
    planted.exits(secretary, treasurer).await;
    planted
}

impl Planted<'_> {
    async fn complaints(&mut self, facilitator: &str) {
        let others: Vec<&str> = OWNERS.into_iter().filter(|name| *name != facilitator).collect();
        let [by, about, auditor] = self.chance.some(&others);
        let readers = [by, about, facilitator];
        let sign = self.sign("a complaint", &readers, reads_case(CaseId(1)));
        let (kind, about) = (Slug::new("complaint"), vec![self.village.person(about)]);
        self.by(by, Command::OpenCase { kind, about, words: text(&sign) }).await;
        let sign = self.sign("the step of a complaint", &readers, reads_case(CaseId(1)));
        self.by(facilitator, Command::TakeCaseStep { case: CaseId(1), words: text(&sign) }).await;
        let heading = vec!["Complaint 1".to_owned()];
        self.plants("that there is a complaint", heading, &readers, reads_case(CaseId(1)));
        let sign = self.sign("an audit request", &with(&OWNERS, &ASSOCIATES), reads_case(CaseId(2)));
        let kind = Slug::new("audit");
        self.by(auditor, Command::OpenCase { kind, about: Vec::new(), words: text(&sign) }).await;
    }

    async fn reviews(&mut self) {
        let [guide, other] = self.chance.some(&OWNERS);
        let membership = self.village.membership("Hana Kuo");
        let from = "2026-03-20".parse().unwrap();
        let person = self.village.person(guide);
        self.does(By::Desk, Command::NameGuide { membership, person, from }).await;
        let author = self.village.person(other);
        let reads = move |state: &State, viewer: Viewer, day| {
            let held = state.membership(membership).zip(viewer.person());
            held.is_some_and(|(held, person)| reviews::reads(state, held, person, day))
        };
        let readers = with(&OWNERS, &["Hana Kuo"]);
        let sign = self.sign("feedback", &readers, move |state, viewer, day| {
            viewer.person() == Some(author) || reads(state, viewer, day)
        });
        self.by(other, Command::GiveFeedback { membership, review: 1, words: text(&sign) }).await;
        let sign = self.sign("a review", &readers, reads);
        let state = self.village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap().state();
        let rulebook = state.rulebook_on(from).unwrap();
        let rule = rulebook.review(&Slug::new("associate")).unwrap();
        let texts: Vec<(&str, String)> =
            rule.rule.subjects.iter().map(|subject| (subject.id.as_str(), format!("So: {sign}."))).collect();
        self.by(guide, Command::WriteReview { membership, review: 1, words: words(&texts) }).await;
    }

    async fn agreements(&mut self, secretary: &str) {
        let others: Vec<&str> = OWNERS.into_iter().filter(|name| *name != secretary).collect();
        let [author] = self.chance.some(&others);
        let state = self.village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap().state();
        let id = AgreementId(u32::try_from(state.agreements().count()).unwrap() + 1);
        let readers = ["Kai Yeh", secretary, author];
        let sign = self.sign("a draft of an agreement", &readers, reads_agreement(id));
        let sections = ["participation", "information", "returns", "confidentiality", "exit"];
        let said = words(&sections.map(|section| (section, format!("As agreed: {sign}."))));
        let (party, kind, hash) =
            (self.village.person("Kai Yeh"), Slug::new("flying-agreement"), said.hash());
        self.by(author, Command::DraftAgreement { party, kind, until: None, words: said }).await;
        let name = self.sign("the name somebody signed by", &readers, reads_agreement(id));
        let name = words(&[("name", name)]);
        self.by("Kai Yeh", Command::SignAgreement { agreement: id, hash, words: name }).await;
    }

    async fn declarations(&mut self) {
        let [by] = self.chance.some(&OWNERS);
        let id = DeclarationId(1);
        let sign = self.sign("a declaration", &with(&OWNERS, &["Ian Hsu"]), move |state, viewer, day| {
            let known = state.declaration(id).zip(viewer.person());
            known.is_some_and(|(known, person)| declarations::reads(state, known, person, day))
        });
        let said = ["client", "own-work", "conflict"].map(|subject| (subject, format!("For {sign}.")));
        let (kind, begins) = (Slug::new("personal-contract"), "2026-04-01".parse().unwrap());
        self.by(by, Command::Declare { kind, begins, words: words(&said) }).await;
    }

    async fn assets(&mut self, keeper: &str) {
        let asset = AssetId(1);
        let name = self.sign(
            "what an asset is called",
            &with(&with(&OWNERS, &ASSOCIATES), &[DESK]),
            move |state, viewer, day| {
                state.asset(asset).is_some_and(|known| assets::is_seen(state, viewer, known, day))
            },
        );
        let (kind, on) = (Slug::new("tool"), "2026-03-10".parse().unwrap());
        let (label, place, since) = (String::new(), "the studio".to_owned(), on);
        self.does(By::Desk, Command::EnterAsset { kind, name, label, place, since }).await;
        let [borrower] = self.chance.some(&OWNERS);
        let (to, due) = (self.village.person(borrower), "2026-03-25".parse().unwrap());
        self.by(borrower, Command::LendAsset { asset, to, on, due }).await;
        let sign =
            self.sign("what was written about damage", &[borrower, keeper], move |state, viewer, day| {
                let damage = state.asset(asset).and_then(|known| known.damages.first());
                damage.is_some_and(|damage| assets::reads_damage(state, viewer, damage.people(), day))
            });
        self.by(borrower, Command::ReportDamage { asset, on, words: text(&sign) }).await;
    }

    async fn proposals(&mut self) {
        let [author, other, objector] = self.chance.some(&OWNERS);
        let state = self.village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap().state();
        let first = u32::try_from(state.proposals().count()).unwrap() + 1;
        let (draft, open) = (ProposalId(first), ProposalId(first + 1));
        let sign = self.sign("a draft of a proposal", &[author], sees_proposal(draft));
        self.drafts(author, &sign).await;
        let readers = with(&with(&OWNERS, &ASSOCIATES), &[DESK]);
        let sign = self.sign("an open proposal", &readers, sees_proposal(open));
        self.drafts(other, &sign).await;
        self.by(other, Command::OpenProposal { proposal: open, closes: None }).await;
        let reason = self.sign("the reason of an objection", &readers, sees_proposal(open));
        let membership = self.village.membership(objector);
        let stance = Stance::Object { reason };
        self.by(objector, Command::TakeStance { proposal: open, membership, stance }).await;
    }

    async fn drafts(&self, by: &str, sign: &str) {
        let draft = Draft {
            title: format!("A plan {sign}"),
            text: format!("We plan {sign}."),
            matter: Slug::new("day-to-day"),
            effect: Effect::Nothing,
            owner: Some(self.village.person(by)),
            deadline: Some("2026-09-30".parse().unwrap()),
        };
        let done = self.by(by, Command::DraftProposal(draft)).await;
        assert!(matches!(done.facts[0], Fact::ProposalDrafted { .. }));
    }

    async fn exits(&mut self, secretary: &str, treasurer: &str) {
        let [leaver] = self.chance.some(&OWNERS);
        let membership = self.village.membership(leaver);
        let on = "2026-12-31".parse().unwrap();
        self.by(leaver, Command::GiveNotice { membership, on }).await;
        let owed = 7_000_000 + i64::try_from(self.chance.below(900_000)).unwrap() * 10 + 7;
        let (line, exit) = (Slug::new("earned-pay"), ExitId(1));
        let command = Command::RecordSettlement {
            exit,
            line,
            paid_in: None,
            owed: Minor(owed),
            instalments: 1,
            due: on,
        };
        self.does(By::Desk, command).await;
        let (whole, cents) = (owed / 100, owed % 100);
        let grouped = format!("{},{:03}.{cents:02}", whole / 1000, whole % 1000);
        let (signs, readers) = (vec![owed.to_string(), grouped], [leaver, secretary, treasurer, DESK]);
        self.plants("what is owed to whoever leaves", signs, &readers, move |state, viewer, day| {
            state.exit(exit).is_some_and(|exit| exits::reads(state, exit, viewer, day))
        });
    }
}

/// Plants in the network: applicants, with what was noted about them.
pub async fn in_connecticut(village: &Village, seed: u64) -> Planted<'_> {
    let chance = Chance::new(seed);
    let mut planted = Planted { village, chance, org: CONNECTICUT, secrets: Vec::new() };
    let [steward] = planted.chance.some(&["Marcus Boyd", "Priya Reyes", "Noah Boyd", "Rosa Vega"]);
    let (office, person) = (Slug::new("steward"), village.person(steward));
    let from = "2026-03-01".parse().unwrap();
    planted.does(By::Desk, Command::GiveOffice { office, person, from, until: None }).await;
    planted.addresses(steward);
    for number in 1..=2 {
        let answers = |state: &State, viewer: Viewer, day| must_answer_applicants(state, viewer, day).is_ok();
        let own = move |state: &State, viewer: Viewer| {
            let known = state.applicant(ApplicantId(number)).zip(viewer.person());
            known.is_some_and(|(known, person)| known.is_of(person))
        };
        // The second is invited below: a person who is signed in, and in nobody else's way.
        let readers = if number == 2 { vec![steward, DESK, INVITED] } else { vec![steward, DESK] };
        let form = planted.sign("an interest form", &readers, |_, _, _| false);
        let address = format!("{form}@example.net");
        // Once somebody is invited, whoever keeps the list has their address from the register too.
        planted.secrets.last_mut().unwrap().may = Box::new(move |state, viewer, day| {
            let listed = state.applicant(ApplicantId(number)).and_then(|known| state.party(known.party));
            answers(state, viewer, day)
                || own(state, viewer)
                || listed.is_some_and(|party| details_for(state, viewer, party, day).is_some())
        });
        let said = words(&[
            ("name", format!("Dora {number}")),
            ("email", address),
            ("text", format!("I want to join: {form}.")),
        ]);
        let command = Command::SendInterest { class: Slug::new("cooperator"), kind: None, words: said };
        planted.does(By::Visitor, command).await;
        let note = planted.sign("a note on an applicant", &[steward, DESK], answers);
        let command = Command::NoteApplicant { applicant: ApplicantId(number), words: text(&note) };
        planted.by(steward, command).await;
    }
    let (applicant, salt) = (ApplicantId(2), "0123456789abcdef".to_owned());
    let command = Command::InviteApplicant { applicant, person: None, organization: None, salt };
    planted.by(steward, command).await;
    planted
}

/// The number of whoever an applicant is in the book.
pub fn invited(village: &Village) -> PartyId {
    let state = village.site.registers.registrar(&Slug::new(CONNECTICUT)).unwrap().state();
    state.applicants().find_map(|known| Some(known.invited?.person)).expect("somebody is invited")
}
