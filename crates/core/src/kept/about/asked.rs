//! Cases, reviews and applications.

use std::sync::Arc;

use imbl::{OrdMap, Vector};

use super::{
    super::KeptGroup,
    put::{Account, Readers, Until},
};
use crate::{
    applicants::{Applicant, ApplicantStage, What},
    cases::{self, Case},
    command::By,
    membership::Right,
    message::Argument,
    messages as say,
    offices::Power,
    reviews::{self, Reviews},
    rulebook::Retained,
    values::MembershipId,
};

impl Account<'_> {
    pub(super) fn cases(&mut self, all: &Vector<Arc<Case>>) {
        for case in all {
            self.case(case);
        }
    }

    fn case_readers(&self, case: &Case) -> Readers {
        let rule = cases::rule_of(self.state, case);
        match rule.filter(|rule| !rule.rule.restricted) {
            Some(open) => match open.rule.right {
                Some(right) => Readers::Having(right),
                None => Readers::These(&say::SEEN_BY_MEMBERS, Some(Arc::clone(open.cite))),
            },
            None => Readers::These(&say::SEEN_BY_CASE_READERS, rule.map(|rule| Arc::clone(rule.cite))),
        }
    }

    fn case(&mut self, case: &Case) {
        let me = self.person;
        let group = KeptGroup::Cases;
        let is_theirs = case.by == me || case.about.contains(&me);
        if case.by == me {
            let what = say::KEPT_CASE.with([case.id.into(), case.opened.into()]);
            let readers = self.case_readers(case);
            self.book(group, what, case.opened, readers);
        } else if is_theirs {
            let what = say::KEPT_CASE_ABOUT.with([case.id.into(), case.opened.into()]);
            let readers = self.case_readers(case);
            self.book(group, what, case.opened, readers);
        }
        let reads = cases::reads(self.state, case, me, self.day);
        let until = match &case.closed {
            Some((at, _)) => Until::Months(Retained::Cases, self.state.date_of(*at)),
            None => Until::MonthsAfter(Retained::Cases, &say::KEPT_UNTIL_CASE),
        };
        for entry in case.entries.iter().filter(|entry| is_theirs || entry.by == me) {
            let what = if entry.by == me {
                say::KEPT_WROTE_IN_CASE.with([case.id.into(), entry.at.into()])
            } else {
                say::KEPT_CASE_WORDS.with([case.id.into(), entry.by.into(), entry.at.into()])
            };
            let readers = self.case_readers(case);
            self.words((group, what, Some(entry.at)), entry.words, reads, readers, until);
        }
    }

    pub(super) fn reviews(&mut self, all: &OrdMap<MembershipId, Arc<Reviews>>) {
        let me = self.person;
        for (id, reviews) in all {
            let Some(held) = self.state.membership(*id) else { continue };
            let own = held.party == me;
            let reads = reviews::reads(self.state, held, me, self.day);
            let cites = held.latest_class().and_then(|(_, class)| self.rulebook.review(class));
            let cites = cites.map(|rule| Arc::clone(rule.cite));
            let who = if own { &say::SEEN_BY_CONFIRMERS } else { &say::SEEN_BY_REVIEWED };
            let readers = || Readers::These(who, cites.clone());
            let group = KeptGroup::Reviews;
            for (from, guide) in &reviews.guides {
                if own {
                    let what = say::KEPT_GUIDED_BY.with([(*guide).into(), (*from).into()]);
                    self.book(group, what, None, Readers::Having(Right::SeeMembers));
                } else if *guide == me {
                    let what = say::KEPT_GUIDES.with([(*id).into(), (*from).into()]);
                    self.book(group, what, None, Readers::Having(Right::SeeMembers));
                }
            }
            for one in reviews.written.iter().filter(|one| own || one.by == me) {
                let what = if own {
                    say::KEPT_REVIEW.with([one.review.into(), one.by.into(), one.on.into()])
                } else {
                    say::KEPT_WROTE_REVIEW.with([one.review.into(), (*id).into(), one.on.into()])
                };
                let until = Until::Months(Retained::Reviews, one.on);
                self.words((group, what, None), one.words, reads, readers(), until);
            }
            for one in reviews.feedback.iter().filter(|one| own || one.by == me) {
                let what = if own {
                    say::KEPT_FEEDBACK.with([one.review.into(), one.by.into(), one.at.into()])
                } else {
                    say::KEPT_WROTE_FEEDBACK.with([one.review.into(), (*id).into(), one.at.into()])
                };
                let until = Until::Months(Retained::Reviews, self.state.date_of(one.at));
                let reads = reads || one.by == me;
                self.words((group, what, Some(one.at)), one.words, reads, readers(), until);
            }
        }
    }

    pub(super) fn applications(&mut self, all: &Vector<Arc<Applicant>>) {
        let me = self.person;
        for applicant in all {
            if applicant.is_of(me) {
                self.application(applicant);
            }
            let answered = applicant.happenings.iter().filter(|one| one.by == By::Party(me));
            for one in answered.filter(|_| !applicant.is_of(me)) {
                let what = say::KEPT_ANSWERED.with([applicant.id.into(), one.at.into()]);
                let readers = self.by_power(&say::SEEN_BY_ANSWERERS, Power::AnswerApplicants);
                self.book(KeptGroup::Applying, what, one.at, readers);
            }
        }
    }

    /// What they sent is theirs to read; what was noted about them is for those who answer them.
    fn application(&mut self, applicant: &Applicant) {
        let group = KeptGroup::Applying;
        let until = if applicant.stage.0.is_open() {
            Until::MonthsAfter(Retained::Applicants, &say::KEPT_UNTIL_APPLICATION)
        } else if applicant.stage.0 == ApplicantStage::Admitted {
            Until::Erased
        } else {
            Until::Months(Retained::Applicants, self.state.date_of(applicant.stage.1))
        };
        let answerers = |account: &Self| account.by_power(&say::SEEN_BY_ANSWERERS, Power::AnswerApplicants);
        let form = say::KEPT_FORM.with([Argument::Class(applicant.class.clone()), applicant.sent.into()]);
        let readers = answerers(self);
        self.words((group, form, Some(applicant.sent)), applicant.words, true, readers, until);
        for one in applicant.happenings.iter().filter(|one| one.words != Some(applicant.words)) {
            let what = match one.what {
                What::Noted => say::KEPT_NOTE.with([one.at.into()]),
                What::Moved(_) | What::Assigned(_) => say::KEPT_STAGE.with([one.at.into()]),
            };
            let readers = answerers(self);
            match one.words {
                Some(words) => self.words((group, what, Some(one.at)), words, false, readers, until),
                None => {
                    self.book(group, what, one.at, readers);
                }
            }
        }
    }
}
