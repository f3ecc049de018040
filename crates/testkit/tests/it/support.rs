//! Running a check on many histories.

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use rochdale_testkit::history::{History, histories};

/// What a check of one case gives.
pub type Checked = Result<(), TestCaseError>;

const CASES: u32 = 24;
const STEPS_MAX: usize = 200;

/// Runs `check` on histories. They are the same each time, so that how much they show can be demanded.
pub fn for_histories(check: impl Fn(History) -> Checked) {
    for_each(histories(STEPS_MAX), check);
}

/// Runs `check` on histories, each with another value.
pub fn for_histories_and<T: Strategy>(other: T, check: impl Fn((History, T::Value)) -> Checked) {
    for_each((histories(STEPS_MAX), other), check);
}

fn for_each<T: Strategy>(cases: T, check: impl Fn(T::Value) -> Checked) {
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let chance = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, chance).run(&cases, check).unwrap();
}
