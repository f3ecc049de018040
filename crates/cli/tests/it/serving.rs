//! The program while it serves.

use crate::support::Desk;

#[test]
fn serves_the_co_ops_of_a_database_until_it_is_ended() {
    let desk = Desk::founded();
    let serving = desk.serve(&["serve", "--listen", "127.0.0.1:0"]);
    let (status, home) = serving.get("/coassembly");
    assert_eq!(status, 200, "{home}");
    assert!(home.contains("CoAssembly"), "{home}");
    assert_eq!(serving.get("/demo").0, 404, "nobody may be anybody outside of the demo");
    assert_eq!(serving.get("/nowhere").0, 404);
    let (code, rest) = serving.end();
    assert_eq!((code, rest.as_str()), (Some(0), "Ended."));
    desk.done(&["verify"]);
}

/// A copy of the file alone must be the whole of it when nobody has it open.
#[test]
fn nothing_is_left_beside_the_database_when_the_program_ends() {
    let desk = Desk::founded();
    let alone = || !["wal", "shm"].iter().any(|end| desk.path(&format!("rochdale.db-{end}")).exists());
    assert!(alone(), "after a command");
    let serving = desk.serve(&["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(serving.get("/coassembly").0, 200);
    assert!(!alone(), "while it serves there is a log");
    serving.end();
    assert!(alone(), "after serving");
    std::fs::copy(desk.path("rochdale.db"), desk.path("copy.db")).unwrap();
    let (here, copy) =
        (desk.done(&["export", "-"]), desk.done(&["export", "-", "--database", "sqlite:copy.db"]));
    assert_eq!(here, copy);
}

#[test]
fn the_demo_says_where_to_look() {
    let desk = Desk::new();
    let serving = desk.serve(&["demo", "--directory", "here", "--listen", "127.0.0.1:0"]);
    assert!(serving.printed.contains("requests in"), "{}", serving.printed);
    let (status, chooser) = serving.get("/demo");
    assert_eq!(status, 200, "{chooser}");
    for name in ["林怡君 Lin Yi-Chun", "Elm City Bread Cooperative"] {
        assert!(chooser.contains(name), "{name} is not on the page");
    }
    let (_, rest) = serving.end();
    assert!(rest.contains("/coassembly/proposals/19") && rest.contains("GOV-06"), "{rest}");
    let again = desk.call(&["demo", "--directory", "here"]);
    assert_eq!(again.code, 2, "{}", again.err);
    assert!(again.err.contains("already is a database"), "{}", again.err);
    let of = ["--database", "sqlite:here/rochdale.db", "--organization", "cooperate-connecticut"];
    let shown = desk.done(&[&["show", "members"], of.as_slice()].concat());
    assert!(shown.contains("183 on the list"), "{shown}");
}
