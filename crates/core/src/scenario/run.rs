//! Running an example.

use jiff::{Timestamp, civil::Date};

use super::{
    Came, Deed, Expected, Failure, Line, Outcome, Report, Sentence, When, claim, deed, parse,
    plain::refusal_in_full,
    world::{Trouble, World},
};
use crate::rulebook::{Bundle, Example, Rulebook};

/// What a line expected and what came.
pub(super) struct Mismatch {
    pub expected: String,
    pub came: String,
}

/// Runs an example of `rulebook`, whose files are `files`, in a co-op of its own.
///
/// What comes before the first day happens at the founding: on the first day of the edition, or on the latest day
/// since which somebody stands on the opening roll, if that is later. An example of days before the edition takes
/// force is told as if it were in force already, so that the examples there are try out an edition to come.
pub fn run(rulebook: &Rulebook, files: &Bundle, example: &Example) -> Report {
    let outcomes = match parse(&example.text, example.line) {
        Ok(lines) => run_lines(rulebook, files, &lines),
        Err(problems) => problems
            .into_iter()
            .map(|problem| {
                let expected = "a sentence of the scenario language".to_owned();
                failed(problem.line, problem.text, expected, problem.says)
            })
            .collect(),
    };
    Report { name: example.name.clone(), file: example.file.clone(), outcomes }
}

/// Runs an example as the check `examples-pass` asks for it: the first line that fails, counted from 0
/// within the example, and why.
pub fn outcome_for(files: &Bundle) -> impl Fn(&Rulebook, &Example) -> Result<(), (u32, String)> + use<'_> {
    |rulebook, example| match run(rulebook, files, example).failure() {
        None => Ok(()),
        Some(failure) => Err((failure.line.saturating_sub(example.line), failure.to_string())),
    }
}

fn failed(line: u32, text: String, expected: String, came: String) -> Outcome {
    let failure = Failure { line, text: text.clone(), expected, came };
    Outcome { line, text, came: Came::Failed(failure) }
}

fn run_lines(rulebook: &Rulebook, files: &Bundle, lines: &[Line]) -> Vec<Outcome> {
    let mut world = World::begin(rulebook, files, founding(rulebook, lines));
    let mut outcomes = Vec::new();
    let mut has_failed = false;
    for line in lines {
        let came = if has_failed { Ok(Came::NotReached) } else { tell(&mut world, line) };
        has_failed |= came.is_err();
        outcomes.push(match came {
            Ok(came) => Outcome { line: line.number, text: line.text.clone(), came },
            Err(mismatch) => failed(line.number, line.text.clone(), mismatch.expected, mismatch.came),
        });
    }
    outcomes
}

fn founding(rulebook: &Rulebook, lines: &[Line]) -> Timestamp {
    let opening = lines.iter().take_while(|line| line.when == When::AsBefore);
    let since = opening.flat_map(|line| &line.sentences).filter_map(|sentence| match sentence {
        Sentence::Deed(Deed::StandOnTheRoll { since, .. }) => Some(*since),
        _ => None,
    });
    let roll: Option<Date> = since.max();
    let first = lines.iter().find_map(|line| match line.when {
        When::On(date, _) => Some(date),
        When::AsBefore => None,
    });
    let in_force = rulebook.front.in_force_from;
    let day = if first.is_some_and(|first| in_force <= first) {
        roll.map_or(in_force, |roll| roll.max(in_force))
    } else {
        roll.or_else(|| first?.yesterday().ok()).unwrap_or(in_force)
    };
    let noon = day.at(12, 0, 0, 0).to_zoned(rulebook.front.time_zone.clone());
    noon.map_or(Timestamp::UNIX_EPOCH, |noon| noon.timestamp())
}

fn tell(world: &mut World, line: &Line) -> Result<Came, Mismatch> {
    let at = time_of(world, line.when)?;
    if let Err(trouble) = world.wait_until(at) {
        let expected = "that what falls due until then can happen".to_owned();
        return Err(Mismatch { expected, came: what_came(world, trouble) });
    }
    let mut came = Came::AsTold;
    for sentence in &line.sentences {
        match sentence {
            Sentence::Claim(claim) => claim::must_hold(world, claim)?,
            Sentence::Deed(deed) => {
                if let Some(refused) = attempt(world, deed, line.refused.as_ref())? {
                    came = refused;
                }
            }
        }
    }
    Ok(came)
}

fn time_of(world: &World, when: When) -> Result<Timestamp, Mismatch> {
    let When::On(date, time) = when else { return Ok(world.now) };
    let expected = || "a time that is not before the lines above".to_owned();
    let at = world.instant(date, time).map_err(|came| Mismatch { expected: expected(), came })?;
    let is_later_that_day = time.is_none() && date == world.today();
    let at = if is_later_that_day { at.max(world.now) } else { at };
    if at < world.now {
        let now = world.state.time_zone().to_datetime(world.now).strftime("%Y-%m-%d %H:%M").to_string();
        return Err(Mismatch { expected: expected(), came: format!("it is {now} already") });
    }
    Ok(at)
}

/// Does something, or sees it refused as expected, which leaves no trace.
fn attempt(world: &mut World, deed: &Deed, expected: Option<&Expected>) -> Result<Option<Came>, Mismatch> {
    let mut after = world.clone();
    match (deed::perform(&mut after, deed), expected) {
        (Ok(()), None) => {
            *world = after;
            Ok(None)
        }
        (Err(Trouble::Refused(refusal)), Some(expected)) if expected.is_met_by(&refusal) => {
            world.has_heard(&after);
            Ok(Some(Came::Refused { refusal, register: Box::new(after.state) }))
        }
        (Ok(()), Some(expected)) => {
            Err(Mismatch { expected: refused_as(expected), came: "it was done".to_owned() })
        }
        (Err(trouble), expected) => {
            let expected = expected.map_or_else(|| "that it is done".to_owned(), refused_as);
            Err(Mismatch { expected, came: what_came(&after, trouble) })
        }
    }
}

fn refused_as(expected: &Expected) -> String {
    format!("refused: {} {}", expected.clause, expected.code.id())
}

fn what_came(world: &World, trouble: Trouble) -> String {
    match trouble {
        Trouble::Refused(refusal) => format!("refused: {}", refusal_in_full(&world.state, &refusal)),
        Trouble::Other(says) => says,
    }
}
