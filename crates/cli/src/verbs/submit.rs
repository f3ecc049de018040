//! `rochdale submit`

use std::{
    io::Read as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use rochdale_core::{
    command::{Command, Draft, Effect, Unreadable, read},
    state::State,
    values::RequestId,
};
use rochdale_register::{Registrar, SystemClock};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{answer::Answer, asked, bundle, context::Context, failure::Failure, who};

/// Submit a command to the registrar: what it decides is appended to the book, or it says why not
///
/// A command is a JSON object with its name under "command", for example
/// {"command":"take_stance","proposal":3,"membership":2,"stance":"agree"}. The page
/// /api/v1/openapi.json lists all of them.
#[derive(Debug, Args)]
pub struct Submit {
    /// The file with the command; `-` or nothing reads it from standard input
    file: Option<PathBuf>,
    /// Who asks: `desk`, a party's number, or a part of its name
    #[arg(long, value_name = "WHO", default_value = "desk")]
    by: String,
    /// The id of the request: asking twice with one id does it once [default: a new one]
    #[arg(long, value_name = "UUID")]
    id: Option<Uuid>,
    /// The folder of the next edition of the bylaws, which the proposal that is drafted adopts
    #[arg(long, value_name = "FOLDER")]
    rulebook: Option<PathBuf>,
}

impl Submit {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let (json, place) = self.json()?;
        let command = read(&json).map_err(|unreadable| no_command(context, unreadable, place))?;
        let command = match &self.rulebook {
            Some(folder) => adopting(command, folder)?,
            None => command,
        };
        let database = context.database().await?;
        let organization = context.organization(&database).await?;
        let registrar = Registrar::open(database, &organization, Arc::new(SystemClock)).await?;
        let by = who::by(&registrar.state(), &self.by, "--by")?;
        let id = RequestId(self.id.unwrap_or_else(Uuid::now_v7));
        let answer = registrar.submit(by, id, command).await;
        let done = asked::done(context, &registrar.state(), answer)?;
        let mut text = match done.heights.end - done.heights.start {
            0 => "Done: there was nothing to record, it is so already.\n".to_owned(),
            1 => format!("Done: entry {}.\n", done.heights.start),
            _ => format!("Done: entries {} to {}.\n", done.heights.start, done.heights.end - 1),
        };
        for fact in &done.facts {
            text.push_str(&format!("  {}\n", told(&json!(fact))));
        }
        let value = json!({
            "request": id, "heights": [done.heights.start, done.heights.end], "at": done.at, "facts": done.facts,
        });
        Ok(Answer::new(text, value))
    }

    /// The command as it was written, and where it came from.
    fn json(&self) -> Result<(Vec<u8>, String), Failure> {
        match self.file.as_ref().filter(|path| path.as_os_str() != "-") {
            Some(path) => {
                let place = path.display().to_string();
                let json = std::fs::read(path).map_err(|error| Failure::not_readable(&place, &error))?;
                Ok((json, place))
            }
            None => {
                let (mut json, place) = (Vec::new(), "standard input");
                std::io::stdin()
                    .read_to_end(&mut json)
                    .map_err(|error| Failure::not_readable(place, &error))?;
                Ok((json, place.to_owned()))
            }
        }
    }
}

/// The draft of a proposal that adopts the edition in `folder`.
fn adopting(command: Command, folder: &Path) -> Result<Command, Failure> {
    let Command::DraftProposal(draft @ Draft { effect: Effect::Nothing, .. }) = command else {
        return Err(Failure::not_understood(
            "only a proposal that is drafted, and that does nothing else, adopts an edition",
            format!("--rulebook {}", folder.display()),
            "submit draft_proposal without an effect, or leave the folder out",
        ));
    };
    let (rulebook, _) = bundle::sound(folder)?;
    Ok(Command::DraftProposal(Draft { effect: Effect::AdoptEdition { rulebook }, ..draft }))
}

/// What came from `place` is no command.
fn no_command(context: &Context, unreadable: Unreadable, place: String) -> Failure {
    let (what, place) = match unreadable {
        Unreadable::NoJson { line, column, because } => {
            (format!("this is not JSON: {because}"), format!("{place}, line {line}, column {column}"))
        }
        Unreadable::NoCommand { pointer, says } => {
            let place = if pointer.is_empty() { place } else { format!("{place}, {pointer}") };
            let because = context.said(&State::default(), |words| words.say(&says));
            (format!("this is not a command: {because}"), place)
        }
    };
    Failure::not_understood(what, place, "mend it and submit it again; nothing has been changed")
}

/// A fact on one line: its name and its numbers, without long texts.
fn told(fact: &Value) -> String {
    let Some((name, fields)) = fact.as_object().and_then(|fact| fact.iter().next()) else {
        return fact.to_string();
    };
    let short = |value: &Value| value.is_number() || value.as_str().is_some_and(|text| text.len() <= 40);
    let fields = fields.as_object().into_iter().flatten().filter(|(_, value)| short(value));
    let fields: Vec<String> = fields.map(|(field, value)| format!("{field} {value}")).collect();
    format!("{name}: {}", fields.join(", "))
}
