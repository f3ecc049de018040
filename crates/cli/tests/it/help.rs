//! The help of every command, as people read it.

use std::collections::BTreeSet;

use crate::support::Desk;

/// The commands with their own help, from the program itself.
fn commands(desk: &Desk, command: &[&str]) -> Vec<Vec<String>> {
    let help = desk.done(&[command, &["--help"]].concat());
    let own = command.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let Some((_, list)) = help.split_once("\nCommands:\n") else { return vec![own] };
    let listed = list.lines().take_while(|line| !line.is_empty());
    let names = listed.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help");
    let mut all = vec![own.clone()];
    for name in names {
        all.extend(commands(desk, &[command, &[name]].concat()));
    }
    all
}

#[test]
fn help_of_every_command() {
    let desk = Desk::new();
    let all = commands(&desk, &[]);
    assert!(all.len() > 20, "{all:?}");
    let mut kept = BTreeSet::new();
    for command in all {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        let help = desk.done(&[words.as_slice(), &["--help"]].concat());
        let name = std::iter::once("rochdale").chain(words.iter().copied()).collect::<Vec<_>>().join("-");
        kept.insert(format!("it__help__{name}.snap"));
        insta::assert_snapshot!(name, help);
    }
    // A snapshot of a command that is gone would be read by nobody.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/snapshots");
    let there =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    assert_eq!(there.collect::<BTreeSet<_>>(), kept);
}
