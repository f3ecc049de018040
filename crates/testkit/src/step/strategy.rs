//! Steps by chance.

use proptest::prelude::*;

use super::{Pick, Step};

/// Any step; those that lead on come more often.
pub(crate) fn steps() -> impl Strategy<Value = Step> {
    let pick = any::<Pick>;
    let who_is_who = prop_oneof![
        2 => Just(Step::EnterPerson),
        1 => Just(Step::EnterOrganization),
        1 => pick().prop_map(|party| Step::Erase { party }),
        1 => pick().prop_map(|party| Step::Forget { party }),
        1 => (pick(), pick(), any::<bool>(), any::<bool>())
            .prop_map(|(by, party, is_own, address)| Step::Correct { by, party, is_own, address }),
        3 => (pick(), pick()).prop_map(|(party, class)| Step::Admit { party, class }),
        1 => (pick(), 0u8..20).prop_map(|(membership, in_days)| Step::End { membership, in_days }),
        1 => (pick(), pick(), 0u8..9)
            .prop_map(|(organization, person, in_days)| Step::Represent { organization, person, in_days }),
        1 => (pick(), pick(), 0u8..9)
            .prop_map(|(organization, person, in_days)| Step::HandOver { organization, person, in_days }),
        2 => (pick(), pick(), 0u8..9)
            .prop_map(|(organization, person, in_days)| Step::StandIn { organization, person, in_days }),
        2 => (pick(), pick(), 0u8..9).prop_map(|(organization, person, in_days)| Step::StopRepresenting {
            organization,
            person,
            in_days
        }),
        1 => (0u8..9).prop_map(|in_days| Step::Publish { in_days }),
        2 => (pick(), pick()).prop_map(|(person, party)| Step::Acknowledge { person, party }),
        1 => (pick(), any::<bool>()).prop_map(|(party, is_complete)| Step::Sign { party, is_complete }),
        2 => pick().prop_map(|membership| Step::PayCapital { membership }),
        1 => (pick(), pick(), pick(), 0u8..9).prop_map(|(by, person, office, in_days)| Step::GiveOffice {
            by,
            person,
            office,
            in_days
        }),
        1 => (pick(), pick(), pick())
            .prop_map(|(by, person, office)| Step::EndOffice { by, person, office }),
        1 => (pick(), pick()).prop_map(|(by, party)| Step::Vouch { by, party }),
    ];
    let leading = prop_oneof![
        8 => (pick(), pick(), pick()).prop_map(|(by, matter, about)| Step::Draft { by, matter, about }),
        9 => (pick(), 0u8..12).prop_map(|(proposal, days)| Step::Open { proposal, days }),
        1 => pick().prop_map(|proposal| Step::Revise { proposal }),
        1 => pick().prop_map(|proposal| Step::Withdraw { proposal }),
        5 => (pick(), pick(), prop::bool::weighted(0.9))
            .prop_map(|(by, proposal, is_complete)| Step::CloseRound { by, proposal, is_complete }),
        4 => (pick(), pick()).prop_map(|(by, proposal)| Step::OpenRound { by, proposal }),
        4 => (pick(), pick(), 0u8..12).prop_map(|(by, proposal, days)| Step::CallVote { by, proposal, days }),
        3 => (pick(), pick()).prop_map(|(by, proposal)| Step::Conclude { by, proposal }),
        1 => (pick(), pick()).prop_map(|(by, proposal)| Step::CloseVote { by, proposal }),
    ];
    let responding = prop_oneof![
        7 => (pick(), pick(), pick())
            .prop_map(|(voter, proposal, stance)| Step::TakeStance { voter, proposal, stance }),
        9 => (pick(), pick(), pick())
            .prop_map(|(voter, proposal, choice)| Step::CastBallot { voter, proposal, choice }),
        1 => (pick(), pick(), any::<bool>())
            .prop_map(|(voter, proposal, recuse)| Step::Disclose { voter, proposal, recuse }),
    ];
    let waiting = (1u16..90).prop_map(|hours| Step::Wait { hours });
    prop_oneof![2 => waiting, 3 => who_is_who, 8 => leading, 10 => responding]
}
