//! The files of a rulebook, from a folder.

use std::path::Path;

use rochdale_core::{
    rulebook::{Bundle, Rulebook, check_examples},
    scenario::outcome_for,
};

use crate::failure::Failure;

/// The chapters of the rulebook in `folder`: every Markdown file in it and in its folders of languages.
pub fn read(folder: &Path) -> Result<Bundle, Failure> {
    let mut bundle = Bundle::default();
    collect(folder, "", &mut bundle)?;
    if bundle.0.is_empty() {
        return Err(Failure::not_understood(
            "there is no rulebook here: no Markdown file",
            folder.display().to_string(),
            "name the folder that holds 00-front.md and the chapters",
        ));
    }
    Ok(bundle)
}

/// The text in a file.
pub fn text(path: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, error))?;
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.split(|byte| *byte == b'\n').count();
        Failure::not_understood(
            "this is not UTF-8 text",
            format!("{}, line {line}", path.display()),
            "save it as UTF-8 in the program that it was written with",
        )
    })
}

fn unreadable(path: &Path, error: std::io::Error) -> Failure {
    Failure::not_readable(path.display().to_string(), &error)
}

fn collect(folder: &Path, below: &str, bundle: &mut Bundle) -> Result<(), Failure> {
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, error))? {
        let path = entry.map_err(|error| unreadable(folder, error))?.path();
        let Some(name) =
            path.file_name().and_then(|name| name.to_str()).filter(|name| !name.starts_with('.'))
        else {
            continue;
        };
        if path.is_dir() {
            collect(&path, &format!("{below}{name}/"), bundle)?;
        } else if name.ends_with(".md") {
            bundle.0.insert(format!("{below}{name}"), text(&path)?);
        }
    }
    Ok(())
}

/// The rulebook in `folder` with its files, if no check of its words and rules finds an error in it.
pub fn sound(folder: &Path) -> Result<(Bundle, Rulebook), Failure> {
    let bundle = read(folder)?;
    let outcome = Rulebook::read(&bundle);
    let is_sound = outcome.first_error().is_none();
    match outcome.rulebook.filter(|_| is_sound) {
        Some(rulebook) => Ok((bundle, rulebook)),
        None => Err(Failure::not_understood(
            "this rulebook is not sound",
            folder.display().to_string(),
            "see what is wrong with `rochdale rulebook check FOLDER`",
        )),
    }
}

/// The same, if its worked examples come out as they are told too: for a rulebook that is to be in force.
pub fn sound_with_examples(folder: &Path) -> Result<(Bundle, Rulebook), Failure> {
    let (bundle, rulebook) = sound(folder)?;
    if check_examples(&rulebook, outcome_for(&bundle)).is_empty() {
        return Ok((bundle, rulebook));
    }
    Err(Failure::not_understood(
        "a worked example of this rulebook comes out otherwise than it is told",
        folder.display().to_string(),
        "see which with `rochdale rulebook check FOLDER`",
    ))
}
