//! Two small co-ops with their real bylaws, most in memory, for the tests of the pages.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    command::{By, Command, Draft, Effect, Stance},
    exits,
    fact::Fact,
    personal::{Personal, Words},
    proposals::{Choice, Mark},
    values::{MembershipId, Minor, PartyId, ProposalId, RequestId, Slug},
};
use rochdale_register::{Answer, Begun, Database, Done, Kind, Registers, SetClock};
use rochdale_testkit::shipped;
use rochdale_web::{
    Site,
    entrance::{Entrance, MailWay, Origin},
};
use rochdale_words::Catalogue;

/// The co-op of designers.
pub const COASSEMBLY: &str = "coassembly";
/// The network.
pub const CONNECTICUT: &str = "cooperate-connecticut";

/// Both co-ops, the clock they live by, and everybody by name.
pub struct Village {
    pub site: Arc<Site>,
    pub clock: Arc<SetClock>,
    people: BTreeMap<String, PartyId>,
    memberships: BTreeMap<String, MembershipId>,
}

impl Village {
    /// The co-ops as they stand on 20 March 2026.
    pub async fn settle(is_demo: bool) -> Self {
        Self::settle_in("memory:", is_demo).await
    }

    /// The same in a database of their own.
    pub async fn settle_in(database: &str, is_demo: bool) -> Self {
        let clock = Arc::new(SetClock::at("2026-01-05T01:00:00Z".parse().unwrap()));
        let database = Database::open(database).await.unwrap();
        let registers = Arc::new(Registers::open(database, clock.clone()).await.unwrap());
        let site = Site {
            registers,
            clock: clock.clone(),
            catalogue: Catalogue::built_in(),
            is_demo,
            entrance: Entrance::new(Origin::new("http://localhost:8080").unwrap(), MailWay::Server),
            lists: Default::default(),
        };
        let mut village =
            Self { site: Arc::new(site), clock, people: BTreeMap::new(), memberships: BTreeMap::new() };
        for name in [COASSEMBLY, CONNECTICUT] {
            let id = RequestId(uuid::Uuid::now_v7());
            let answer = village.site.registers.found(id, Slug::new(name), shipped(name)).await;
            assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
        }
        village.coassembly().await;
        village.connecticut().await;
        village.clock.set("2026-03-20T02:00:00Z".parse().unwrap());
        village
    }

    /// The same co-ops behind another entrance.
    pub fn behind(mut self, entrance: Entrance) -> Self {
        self.site = Arc::new(Site {
            registers: Arc::clone(&self.site.registers),
            clock: self.clock.clone(),
            catalogue: Catalogue::built_in(),
            is_demo: self.site.is_demo,
            entrance,
            lists: Default::default(),
        });
        self
    }

    pub fn at(&self, at: &str) {
        self.clock.set(at.parse::<Timestamp>().unwrap());
    }

    pub fn person(&self, name: &str) -> PartyId {
        self.people[name]
    }

    pub fn membership(&self, name: &str) -> MembershipId {
        self.memberships[name]
    }

    /// Asks for a command and gives the answer, whatever it is.
    pub async fn ask(&self, org: &str, by: By, command: Command) -> Answer {
        let registrar = self.site.registers.registrar(&Slug::new(org)).unwrap();
        registrar.submit(by, RequestId(uuid::Uuid::now_v7()), command).await
    }

    /// Settles and closes the exit of somebody whose last day is over, with nothing owed and everything handed over.
    pub async fn settles_exit(&self, name: &str) {
        let state = self.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap().state();
        let exit = exits::open_exit(&state, self.membership(name)).unwrap();
        let (settled, handed) = exits::asked_of(&state, exit);
        let id = exit.id;
        for (named, rule) in &settled {
            let paid_in = rule.rule.at_what_was_paid_in.then_some(Minor::ZERO);
            let due = "2026-04-30".parse().unwrap();
            let line = named.id.clone();
            let command =
                Command::RecordSettlement { exit: id, line, paid_in, owed: Minor::ZERO, instalments: 1, due };
            self.does(COASSEMBLY, By::Desk, command).await;
        }
        for (named, _) in &handed {
            let command = Command::TickHandover { exit: id, item: named.id.clone(), done: true };
            self.does(COASSEMBLY, By::Desk, command).await;
        }
        self.does(COASSEMBLY, By::Desk, Command::CloseExit { exit: id }).await;
    }

    /// Enters a person with an address of mail.
    pub async fn enter_with_address(&self, org: &str, name: &str, address: &str) -> PartyId {
        let details = Personal {
            name: name.into(),
            email: Some(address.into()),
            place: None,
            salt: "0123456789abcdef".into(),
        };
        let done = self.does(org, By::Desk, Command::EnterPerson { details }).await;
        let Fact::PersonEntered { party } = done.facts[0] else { panic!("{done:?}") };
        party
    }

    async fn does(&self, org: &str, by: By, command: Command) -> Done {
        match self.ask(org, by, command.clone()).await {
            Answer::Done(done) => done,
            other => panic!("{command:?}: {other:?}"),
        }
    }

    /// A session of somebody, as the text of its cookie.
    pub async fn session(&self, org: &str, name: &str) -> String {
        let (now, until) = (Timestamp::UNIX_EPOCH, "9000-01-01T00:00:00Z".parse().unwrap());
        let party = (name != "desk").then(|| self.person(name));
        let database = self.site.registers.database();
        database
            .issue(Kind::Session, &Slug::new(org), party, ("test", Begun::Mail), now, until)
            .await
            .unwrap()
            .text()
    }

    async fn enter(&mut self, org: &str, name: &str, place: &str, class: &str, since: &str) {
        let details = Personal {
            name: name.into(),
            email: Some(format!("{}@example.org", name.to_lowercase().replace(' ', "."))),
            place: (!place.is_empty()).then(|| place.into()),
            salt: "0123456789abcdef".into(),
        };
        let done = self.does(org, By::Desk, Command::EnterPerson { details }).await;
        let Fact::PersonEntered { party } = done.facts[0] else { panic!("{done:?}") };
        self.people.insert(name.into(), party);
        if !class.is_empty() {
            self.admit(org, name, class, None, since).await;
        }
    }

    async fn admit(&mut self, org: &str, name: &str, class: &str, kind: Option<&str>, since: &str) {
        let command = Command::AdmitMember {
            party: self.person(name),
            class: Slug::new(class),
            kind: kind.map(Slug::new),
            since: since.parse::<Date>().unwrap(),
            basis: "opening roll".into(),
        };
        let done = self.does(org, By::Desk, command).await;
        let Fact::MemberAdmitted { membership, .. } = done.facts[0] else { panic!("{done:?}") };
        self.memberships.insert(name.into(), membership);
    }

    async fn agree(&self, name: &str, agreement: &str, sections: &[&str]) {
        let texts = sections.iter().map(|one| (Slug::new(one), format!("As agreed about {one}."))).collect();
        let words = Words { texts, salt: "0123456789abcdef".into() };
        let (party, kind) = (self.person(name), Slug::new(agreement));
        let command = Command::RecordAgreement { party, kind, signed: None, until: None, words, paper: None };
        self.does(COASSEMBLY, By::Desk, command).await;
    }

    async fn draft(
        &self,
        org: &str,
        by: &str,
        title: &str,
        matter: &str,
        text: &str,
        effect: Effect,
    ) -> ProposalId {
        let draft = Draft {
            title: title.into(),
            text: text.into(),
            matter: Slug::new(matter),
            effect,
            owner: Some(self.person(by)),
            deadline: Some("2026-09-30".parse().unwrap()),
        };
        let done = self.does(org, By::Party(self.person(by)), Command::DraftProposal(draft)).await;
        let Fact::ProposalDrafted { proposal, .. } = done.facts[0] else { panic!("{done:?}") };
        proposal
    }

    async fn stance(&self, proposal: ProposalId, name: &str, stance: Stance) {
        let membership = self.membership(name);
        let command = Command::TakeStance { proposal, membership, stance };
        self.does(COASSEMBLY, By::Party(self.person(name)), command).await;
    }

    async fn close_round(&self, proposal: ProposalId, by: &str, summary: &str) {
        let marks = Mark::ALL.iter().copied().collect();
        let command = Command::CloseRound { proposal, marks, summary: summary.into() };
        self.does(COASSEMBLY, By::Party(self.person(by)), command).await;
    }

    async fn coassembly(&mut self) {
        let org = COASSEMBLY;
        for name in ["Ana Lin", "Bo Chen", "Chi Wang", "Dee Huang", "Eli Tsai", "Fay Wu", "Gus Liao"] {
            self.enter(org, name, "台北", "worker-owner", "2024-01-01").await;
        }
        self.enter(org, "Hana Kuo", "台南", "associate", "2025-11-10").await;
        self.enter(org, "Ian Hsu", "高雄", "associate", "2025-06-01").await;
        self.enter(org, "Joy Pan", "台中", "", "").await;
        self.agree(
            "Joy Pan",
            "flying-agreement",
            &["participation", "information", "returns", "confidentiality", "exit"],
        )
        .await;
        self.admit(org, "Joy Pan", "flying-member", None, "2025-02-01").await;
        self.enter(org, "Kai Yeh", "新竹", "", "").await;

        self.at("2026-02-02T02:00:00Z");
        let van = self.draft(org, "Ana Lin", "Buy a van for the printing workshop", "major-asset",
            "We print for **eleven** clients now, and two of us carry paper by bus.\n\n- a used electric van, at most 480 000 TWD\n- booked in the shared calendar, first come first served\n- Ana keeps the keys and the log", Effect::Nothing).await;
        let ana = By::Party(self.person("Ana Lin"));
        self.does(org, ana, Command::OpenProposal { proposal: van, closes: None }).await;
        for name in ["Ana Lin", "Chi Wang", "Dee Huang"] {
            self.stance(van, name, Stance::Agree).await;
        }
        self.stance(
            van,
            "Bo Chen",
            Stance::Object {
                reason: "The van eats a third of the reserve. I want to see the rent of one first.".into(),
            },
        )
        .await;
        self.stance(van, "Fay Wu", Stance::StandAside).await;
        self.at("2026-03-04T10:00:00Z");
        self.close_round(van, "Ana Lin", "**For:** saves two hours a day. **Against:** the price; parking. Ana asks for three rent offers.").await;
        self.at("2026-03-11T02:00:00Z");
        self.does(org, ana, Command::OpenRound { proposal: van }).await;
        for name in ["Ana Lin", "Eli Tsai"] {
            self.stance(van, name, Stance::Agree).await;
        }
        self.stance(
            van,
            "Bo Chen",
            Stance::Object {
                reason: "The offers are in: renting twice a week costs less than the insurance.".into(),
            },
        )
        .await;
        let disclose = Command::DiscloseInterest {
            proposal: van,
            membership: self.membership("Gus Liao"),
            interest: "My brother sells vans.".into(),
            recuse: true,
        };
        self.does(org, By::Party(self.person("Gus Liao")), disclose).await;

        self.at("2026-03-12T02:00:00Z");
        let hours = self.draft(org, "Chi Wang", "Quiet mornings on Wednesday", "day-to-day",
            "No meetings before noon on Wednesdays, so that everybody has one long stretch of work a week.", Effect::Nothing).await;
        let chi = By::Party(self.person("Chi Wang"));
        self.does(org, chi, Command::OpenProposal { proposal: hours, closes: None }).await;
        for name in ["Ana Lin", "Bo Chen", "Chi Wang", "Dee Huang", "Eli Tsai", "Fay Wu", "Gus Liao"] {
            self.stance(hours, name, Stance::Agree).await;
        }
        self.close_round(hours, "Chi Wang", "Everybody likes it. Clients are told by Dee.").await;
        self.does(org, chi, Command::Conclude { proposal: hours }).await;

        let kai = self.person("Kai Yeh");
        let flying = self
            .draft(
                org,
                "Dee Huang",
                "Kai Yeh as a flying member",
                "flying-admission",
                "Kai taught two of our workshops and knows every printer in Hsinchu.",
                Effect::Admit { party: kai },
            )
            .await;
        self.does(
            org,
            By::Party(self.person("Dee Huang")),
            Command::OpenProposal { proposal: flying, closes: None },
        )
        .await;
        self.draft(
            org,
            "Ana Lin",
            "A library of paper samples",
            "day-to-day",
            "One shelf, one list, one keeper.",
            Effect::Nothing,
        )
        .await;
    }

    async fn connecticut(&mut self) {
        let org = CONNECTICUT;
        self.at("2026-01-05T15:00:00Z");
        for document in ["values", "code-of-conduct", "conflict-resolution"] {
            let command = Command::PublishDocument {
                document: Slug::new(document),
                text: "We treat each other with care, we say what we mean, and we ask before we assume."
                    .into(),
                in_force_from: "2026-01-05".parse().unwrap(),
            };
            self.does(org, By::Desk, command).await;
        }
        let places = ["Bridgeport", "Hartford", "New Haven", "New London", "Waterbury", "Willimantic"];
        let first = [
            "Rosa", "Marcus", "Luz", "Devon", "Priya", "Sam", "Inés", "Noah", "Aaliyah", "Tom", "Mei",
            "Jorge",
        ];
        let last = ["Vega", "Boyd", "Okafor", "Silva", "Kowalski", "Reyes"];
        for (n, name) in
            first.iter().flat_map(|one| last.iter().map(move |other| format!("{one} {other}"))).enumerate()
        {
            self.enter(org, &name, places[n % 6], "cooperator", "2025-04-01").await;
        }
        let coops = [
            ("Riverside Bread", "worker"),
            ("Elm City Homes", "housing"),
            ("Park Street Market", "consumer"),
            ("Quiet Corner Growers", "producer"),
        ];
        for (n, (name, kind)) in coops.iter().enumerate() {
            let command = Command::EnterOrganization { name: (*name).into(), place: Some(places[n].into()) };
            let done = self.does(org, By::Desk, command).await;
            let Fact::OrganizationEntered { party, .. } = done.facts[0] else { panic!("{done:?}") };
            self.people.insert((*name).into(), party);
            self.admit(org, name, "coop", Some(kind), "2025-02-10").await;
            let person = self.person(["Rosa Vega", "Marcus Boyd", "Luz Silva", "Devon Reyes"][n]);
            let command = Command::NameRepresentative {
                organization: party,
                person,
                from: "2025-02-10".parse().unwrap(),
            };
            self.does(org, By::Desk, command).await;
        }
        self.at("2026-03-17T22:00:00Z");
        let fund = self.draft(org, "Rosa Vega", "A childcare pool for evening meetings", "proposal",
            "Each member organization puts in what it can; the network pays one carer at every General Assembly.", Effect::Nothing).await;
        let closes = Some("2026-03-22T22:00:00Z".parse().unwrap());
        self.does(org, By::Party(self.person("Rosa Vega")), Command::OpenProposal { proposal: fund, closes })
            .await;
        for (n, name) in ["Marcus Boyd", "Luz Okafor", "Devon Silva", "Priya Reyes", "Sam Vega", "Noah Boyd"]
            .iter()
            .enumerate()
        {
            let choice = if n == 4 { Choice::Against } else { Choice::For };
            let command = Command::CastBallot { proposal: fund, membership: self.membership(name), choice };
            self.does(org, By::Party(self.person(name)), command).await;
        }
    }
}
