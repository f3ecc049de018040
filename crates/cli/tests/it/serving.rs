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
