//! Why a verb did not do what it was asked: four kinds, four ways to go on.

use clap::error::{ContextKind, ErrorKind};
use rochdale_core::{refusal::Refusal, state::State};
use rochdale_register::{Fault, Flaw, Unread};
use serde_json::{Value, json};

use crate::context::Context;

/// Why not.
#[derive(Debug, Clone)]
pub enum Failure {
    /// The bylaws do not allow it. Exit code 1.
    Refused {
        /// The refusal as people read it.
        text: String,
        /// The refusal as machines read it.
        value: Value,
    },
    /// What was looked at is not well: a damaged book, an unsound rulebook. Exit code 1.
    NotWell {
        /// What is wrong with it, as people read it.
        text: String,
        /// The same as machines read it.
        value: Value,
    },
    /// The request makes no sense as it stands. Exit code 2.
    NotUnderstood {
        /// What is wrong.
        what: String,
        /// Where: the option, the file and line, the field.
        place: String,
        /// What to do now.
        mend: String,
    },
    /// The machine failed. Exit code 70.
    Fault(Fault),
}

impl Failure {
    /// Something that is not understood.
    pub fn not_understood(
        what: impl Into<String>,
        place: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        Self::NotUnderstood { what: what.into(), place: place.into(), mend: mend.into() }
    }

    /// What stands at `place`, a file or standard input, cannot be read.
    pub fn not_readable(place: impl Into<String>, error: &std::io::Error) -> Self {
        Self::not_understood(
            format!("it cannot be read: {error}"),
            place,
            "look whether the name is right and the file may be read",
        )
    }

    /// Arguments that the program cannot be called with.
    pub fn miscalled(error: &clap::Error) -> Self {
        let said = error.render().to_string();
        let what = match error.kind() {
            // What is said then is the help.
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "a command is missing".to_owned(),
            _ => {
                let says_how = |part: &&str| part.starts_with("Usage:") || part.starts_with("For more");
                let parts = said.split("\n\n").take_while(|part| !says_how(part));
                let words: Vec<&str> = parts.flat_map(str::split_whitespace).collect();
                words.join(" ").trim_start_matches("error: ").to_owned()
            }
        };
        let place = error.get(ContextKind::InvalidArg).map(ToString::to_string);
        Self::not_understood(
            what,
            place.unwrap_or_else(|| "the command line".to_owned()),
            "see with --help how it is called",
        )
    }

    /// What the bylaws do not allow, said with the names of `state`.
    pub fn refused(context: &Context, state: &State, refusal: &Refusal) -> Self {
        Self::Refused {
            text: context.said(state, |words| words.refusal_text(refusal)),
            value: json!(refusal),
        }
    }

    /// A damaged book; `place` says which.
    pub fn damaged(flaw: &Flaw, place: &str) -> Self {
        let text = format!(
            "not well: the book is damaged\n  where    {place}, {flaw}\n  you can  {}\n",
            flaw.mend()
        );
        let value = json!({
            "verifies": false, "place": place, "line": flaw.line, "height": flaw.height,
            "wrong": flaw.wrong.to_string(), "mend": flaw.mend(),
        });
        Self::NotWell { text, value }
    }

    /// A book that could not be read to its end; `place` says which.
    pub fn unread(unread: Unread, place: &str) -> Self {
        match unread {
            Unread::Damaged(flaw) => Self::damaged(&flaw, place),
            Unread::Fault(fault) => Self::Fault(fault),
        }
    }

    /// What the program exits with.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Refused { .. } | Self::NotWell { .. } => 1,
            Self::NotUnderstood { .. } => 2,
            Self::Fault(_) => 70,
        }
    }

    /// For people: lines, each with its end.
    pub fn text(&self) -> String {
        let lines = |kind: &str, what: &str, place: &str, mend: &str| {
            format!("{kind}: {what}\n  where    {place}\n  you can  {mend}\n")
        };
        match self {
            Self::Refused { text, .. } | Self::NotWell { text, .. } => text.clone(),
            Self::NotUnderstood { what, place, mend } => lines("not understood", what, place, mend),
            Self::Fault(fault) => lines("fault", &fault.what, &fault.place, &fault.mend),
        }
    }

    /// For machines.
    pub fn value(&self) -> Value {
        match self {
            Self::Refused { value, .. } => json!({ "refused": value }),
            Self::NotWell { value, .. } => json!({ "not_well": value }),
            Self::NotUnderstood { what, place, mend } => {
                json!({ "not_understood": { "what": what, "where": place, "mend": mend } })
            }
            Self::Fault(Fault { what, place, mend }) => {
                json!({ "fault": { "what": what, "where": place, "mend": mend } })
            }
        }
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}
