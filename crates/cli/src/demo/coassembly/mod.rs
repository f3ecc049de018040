//! A year of CoAssembly. Everybody in it is made up.

mod archive;
mod assets;
mod cases;
mod decided;
mod leaving;
mod open;
mod people;
mod standing;
mod story;
mod training;

use rochdale_core::rulebook::Bundle;

use super::{
    plan::{Does, Plan, Proposed, When},
    teller::Told,
};

const LIN: &str = "林怡君 Lin Yi-Chun";
const CHEN: &str = "陳柏翰 Chen Po-Han";
const HUANG: &str = "黃詩涵 Huang Shih-Han";
const CHANG: &str = "張家豪 Chang Chia-Hao";
const WU: &str = "吳佩珊 Wu Pei-Shan";
const LI: &str = "李冠廷 Li Kuan-Ting";
/// An associate at the founding; a worker-owner since.
const WANG: &str = "王思婷 Wang Ssu-Ting";
const HSU: &str = "許雅雯 Hsu Ya-Wen";
const TSAI: &str = "蔡承恩 Tsai Cheng-En";
const LIU: &str = "劉子晴 Liu Tzu-Ching";

/// Those who were worker-owners at the founding.
const FIRST_SIX: [&str; 6] = [LIN, CHEN, HUANG, CHANG, WU, LI];

/// The title of the proposal that is blocked in round 2.
pub const BLOCKED: &str = "Take on the rebranding of a quarry company in Hualien";

/// The year, from the founding to today.
pub fn plan(plan: &mut Plan, rulebook: &Bundle) -> Told {
    plan.founds(When(385, 10, 0), "coassembly", rulebook.clone());
    people::come_and_go(plan);
    story::tell(plan, decided::FIRST_HALF);
    story::tell(plan, decided::SECOND_HALF);
    training::reviewed(plan);
    cases::brought(plan);
    leaving::leave(plan);
    open::now(plan, rulebook)?;
    assets::lend_and_declare(plan);
    archive::file(plan);
    standing::looked_after(plan);
    Ok(())
}

/// A day-to-day matter.
const fn day_to_day(by: &'static str, title: &'static str, text: &'static str) -> Proposed {
    Proposed { title, text, matter: "day-to-day", by, does: Does::Nothing, owner: None }
}

/// A major matter, with the owner and the deadline that GOV-04 asks for.
const fn major(
    matter: &'static str,
    by: &'static str,
    title: &'static str,
    text: &'static str,
    owner: (&'static str, i32),
) -> Proposed {
    Proposed { title, text, matter, by, does: Does::Nothing, owner: Some(owner) }
}
